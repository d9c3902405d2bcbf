package clinic.anteroom.care;

import clinic.anteroom.shared.NotFound;

/** There is no such case, or it is not for this doctor; both answer alike. */
public class CaseGone extends NotFound {

    private static final long serialVersionUID = 1L;

    CaseGone() {
        super("refusal.case_gone");
    }
}
