package clinic.anteroom.notify;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** The words or days cannot be kept; nothing was. */
public class LetterRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    LetterRefused(FieldRefused field) {
        super(List.of(field));
    }
}
