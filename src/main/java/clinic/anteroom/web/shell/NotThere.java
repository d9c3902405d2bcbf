package clinic.anteroom.web.shell;

import clinic.anteroom.shared.NotFound;

/** The page was asked for something that does not exist or is not the asker's; both answer alike, with 404. */
public class NotThere extends NotFound {

    private static final long serialVersionUID = 1L;

    /** A page that is not there. */
    public NotThere() {
        super("refusal.not_there");
    }
}
