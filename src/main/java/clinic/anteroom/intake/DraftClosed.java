package clinic.anteroom.intake;

import clinic.anteroom.shared.BusinessException;

/** The form takes no answers: it was sent in, or an emergency stopped it. */
public class DraftClosed extends BusinessException {

    private static final long serialVersionUID = 1L;

    DraftClosed(ResponseStatus status) {
        super(status == ResponseStatus.STOPPED ? "refusal.draft_stopped" : "refusal.draft_sent_in");
    }
}
