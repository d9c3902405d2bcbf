package clinic.anteroom.intake;

import clinic.anteroom.shared.BusinessException;

/** No form opens with this key: it was typed wrongly, or the browser forgot it. */
public class DraftGone extends BusinessException {

    private static final long serialVersionUID = 1L;

    DraftGone() {
        super("refusal.draft_gone");
    }
}
