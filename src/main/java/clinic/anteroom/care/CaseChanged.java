package clinic.anteroom.care;

import clinic.anteroom.shared.BusinessException;
import java.util.List;

/**
 * Somebody else did something with the case while the caller had it open. Nothing of the caller's was done; the page shows
 * both, and the caller decides again.
 */
public class CaseChanged extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<CaseStepTaken> meanwhile;

    CaseChanged(List<CaseStepTaken> meanwhile) {
        super("refusal.case_changed", meanwhile.isEmpty() ? "" : meanwhile.get(meanwhile.size() - 1).who());
        this.meanwhile = List.copyOf(meanwhile);
    }

    /** What was done meanwhile, the oldest first. */
    public List<CaseStepTaken> meanwhile() {
        return meanwhile;
    }
}
