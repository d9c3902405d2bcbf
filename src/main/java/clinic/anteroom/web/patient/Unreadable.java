package clinic.anteroom.web.patient;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** What was typed is no number, or no day. */
class Unreadable extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    Unreadable(List<FieldRefused> fields) {
        super(fields);
    }
}
