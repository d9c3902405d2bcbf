package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The patient has as many visits to come that they booked themselves as one may have; the desk books any further one. */
public class SelfBookingLimit extends BusinessException {

    private static final long serialVersionUID = 1L;

    SelfBookingLimit(int most) {
        super("refusal.self_booking_limit", most);
    }
}
