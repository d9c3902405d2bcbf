package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.NotFound;

/** There is no such absence, or it is somebody else's. */
public class AwayGone extends NotFound {

    private static final long serialVersionUID = 1L;

    AwayGone() {
        super("refusal.away_gone");
    }
}
