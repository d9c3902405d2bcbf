package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** Somebody else changed the visit while this page was open. */
public class AppointmentChanged extends BusinessException {

    private static final long serialVersionUID = 1L;

    AppointmentChanged() {
        super("refusal.appointment_changed");
    }
}
