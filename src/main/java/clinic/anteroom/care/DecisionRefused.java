package clinic.anteroom.care;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** A decision lacks its reason or its indication; nothing was decided. */
public class DecisionRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    DecisionRefused(String field, String key, Object... arguments) {
        super(List.of(new FieldRefused(field, key, arguments)));
    }
}
