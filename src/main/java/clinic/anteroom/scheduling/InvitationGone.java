package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The link was used, has ended, or never was one. Nothing tells these apart for whoever guesses. */
public class InvitationGone extends BusinessException {

    private static final long serialVersionUID = 1L;

    InvitationGone() {
        super("refusal.invitation_gone");
    }
}
