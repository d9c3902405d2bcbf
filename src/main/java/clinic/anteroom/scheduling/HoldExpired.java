package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The ten minutes are over, or the hold was let go: its time may be somebody else's by now. */
public class HoldExpired extends BusinessException {

    private static final long serialVersionUID = 1L;

    HoldExpired() {
        super("refusal.hold_expired");
    }
}
