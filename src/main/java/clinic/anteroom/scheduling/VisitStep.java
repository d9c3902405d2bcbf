package clinic.anteroom.scheduling;

import java.util.Set;

/** What happens to a visit at the door, in FHIR R4's words; each step goes forward only. */
public enum VisitStep {
    /** The patient is in the house. */
    ARRIVE(AppointmentStatus.ARRIVED, Set.of(AppointmentStatus.BOOKED)),
    /** The patient has spoken to the desk; coming straight to the desk is both steps at once. */
    CHECK_IN(AppointmentStatus.CHECKED_IN, Set.of(AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED)),
    /** It took place; its orders are done. */
    FULFIL(AppointmentStatus.FULFILLED, Set.of(AppointmentStatus.CHECKED_IN)),
    /** The patient did not come; the orders wait again. */
    MISS(AppointmentStatus.NOSHOW, Set.of(AppointmentStatus.BOOKED));

    private final AppointmentStatus to;
    private final Set<AppointmentStatus> from;

    VisitStep(AppointmentStatus to, Set<AppointmentStatus> from) {
        this.to = to;
        this.from = from;
    }

    /** The status after the step; never null. */
    public AppointmentStatus to() {
        return to;
    }

    /** Whether a visit that stands there can take the step. */
    public boolean startsAt(AppointmentStatus status) {
        return from.contains(status);
    }
}
