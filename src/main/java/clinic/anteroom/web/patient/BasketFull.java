package clinic.anteroom.web.patient;

import clinic.anteroom.shared.BusinessException;

/** More was typed before a booking than a browser keeps in a cookie; what was kept before is still there. */
class BasketFull extends BusinessException {

    private static final long serialVersionUID = 1L;

    BasketFull() {
        super("refusal.basket_full");
    }
}
