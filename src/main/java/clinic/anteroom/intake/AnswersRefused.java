package clinic.anteroom.intake;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** Some answers do not fit their questions, or the contact does not. Earlier pages stay saved. */
public class AnswersRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    AnswersRefused(List<FieldRefused> fields) {
        super(fields);
    }
}
