package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The visit has begun, is over or was called off: it can be neither moved nor called off. */
public class AppointmentNotAhead extends BusinessException {

    private static final long serialVersionUID = 1L;

    AppointmentNotAhead(AppointmentStatus status) {
        super("refusal.appointment_not_ahead", status.name());
    }
}
