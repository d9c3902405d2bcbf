package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The order is unknown, of another patient, no longer active, booked already, or not answered by this visit. */
public class OrderNotBookable extends BusinessException {

    private static final long serialVersionUID = 1L;

    OrderNotBookable() {
        super("refusal.order_not_bookable");
    }
}
