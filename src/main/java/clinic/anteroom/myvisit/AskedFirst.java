package clinic.anteroom.myvisit;

import clinic.anteroom.shared.BusinessException;

/** With these answers a visit is not booked or moved without the phone. */
public class AskedFirst extends BusinessException {

    private static final long serialVersionUID = 1L;

    AskedFirst() {
        super("refusal.asked_first");
    }
}
