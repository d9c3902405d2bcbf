package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.BusinessException;

/** The account belongs to nobody who can be booked, so it cannot be away; an administrator can change that. */
public class NobodyToBook extends BusinessException {

    private static final long serialVersionUID = 1L;

    NobodyToBook() {
        super("refusal.away_nobody");
    }
}
