package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** Days that cannot be closed like this; nothing was. */
public class ClosureRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    ClosureRefused(List<FieldRefused> fields) {
        super(fields);
    }
}
