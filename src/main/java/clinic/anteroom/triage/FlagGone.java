package clinic.anteroom.triage;

import clinic.anteroom.shared.NotFound;

/** There is no such flag, evaluation or case. A foreign id answers the same. */
public class FlagGone extends NotFound {

    private static final long serialVersionUID = 1L;

    /** Says nothing about what there is. */
    public FlagGone() {
        super("refusal.flag_gone");
    }
}
