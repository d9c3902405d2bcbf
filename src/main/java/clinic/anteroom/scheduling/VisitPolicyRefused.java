package clinic.anteroom.scheduling;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** A number of a policy is out of its range; nothing was set. */
public class VisitPolicyRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    VisitPolicyRefused(List<FieldRefused> fields) {
        super(fields);
    }
}
