package clinic.anteroom.directory;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** Settings that cannot be; each fault stands beside its field. */
public class SettingsRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    private SettingsRefused(List<FieldRefused> fields) {
        super(fields);
    }

    /** Refuses if there is a fault. */
    public static void ifAny(List<FieldRefused> faults) {
        if (!faults.isEmpty()) {
            throw new SettingsRefused(faults);
        }
    }
}
