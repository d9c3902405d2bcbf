package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The same page was sent a moment ago and has just been through: whoever asks again is told what came of it. Pages never see it. */
class KeyBeingUsed extends BusinessException {

    private static final long serialVersionUID = 1L;

    KeyBeingUsed() {
        super("refusal.booking_key_used");
    }
}
