package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The page was sent before, with something else in it. */
public class BookingKeyUsed extends BusinessException {

    private static final long serialVersionUID = 1L;

    BookingKeyUsed() {
        super("refusal.booking_key_used");
    }
}
