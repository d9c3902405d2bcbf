package clinic.anteroom.scheduling;

import clinic.anteroom.shared.NotFound;

/** There is no such visit, or not for this caller; both read the same. */
public class AppointmentNotFound extends NotFound {

    private static final long serialVersionUID = 1L;

    AppointmentNotFound() {
        super("refusal.appointment_not_found");
    }
}
