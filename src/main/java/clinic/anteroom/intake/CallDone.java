package clinic.anteroom.intake;

import clinic.anteroom.shared.BusinessException;

/** Somebody else has taken care of this call already. */
public class CallDone extends BusinessException {

    private static final long serialVersionUID = 1L;

    CallDone() {
        super("refusal.call_done");
    }
}
