package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** An absence that cannot be saved like this; nothing was. */
public class AwayRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    AwayRefused(List<FieldRefused> fields) {
        super(fields);
    }
}
