package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The link was used, has ended, or somebody else took the time. The booked visit stays as it was. */
public class OfferGone extends BusinessException {

    private static final long serialVersionUID = 1L;

    OfferGone() {
        super("refusal.earlier_offer_gone");
    }
}
