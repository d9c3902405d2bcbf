package clinic.anteroom.intake;

import clinic.anteroom.shared.BusinessException;

/** The online form takes no new forms now; calling does. */
public class FormClosed extends BusinessException {

    private static final long serialVersionUID = 1L;

    FormClosed() {
        super("refusal.form_closed");
    }
}
