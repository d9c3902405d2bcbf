package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit as the desk reads it out.
 *
 * @param appointmentId its id; never null
 * @param status        where it is in its life; never null
 * @param patientId     the patient; never null
 * @param patientName   given and family name; never null
 * @param visitType     code of the kind of visit; never null
 * @param visitName     its name; never null
 * @param start         when the first phase begins; never null
 * @param end           when the patient can leave; never null
 * @param zone          the site's zone; never null
 * @param version       to be sent back when the visit is moved or called off
 * @param phases        in order; never empty
 * @param heldUntil     when a hold ends, by the database's clock; null for everything that is no hold
 * @param canStepBack   whether the last step at the door can be taken back
 * @param needs         what makes it longer than others of its kind; never null
 * @param screening     questions that have to be clear before the patient goes in; never null
 * @param overbookedBecause why it has a seat for deliberate overbooking; null for an own seat
 */
public record Booked(UUID appointmentId, AppointmentStatus status, UUID patientId, String patientName, String visitType,
                     String visitName, Instant start, Instant end, String zone, int version, List<Phase> phases,
                     Instant heldUntil, boolean canStepBack, VisitNeeds needs, Screening screening, String overbookedBecause) {

    /** A phase: its place, its name, when the patient is in it, and who and what is there. */
    public record Phase(int ordinal, String name, Instant start, Instant end, List<With> with) {

        public Phase {
            with = List.copyOf(with);
        }
    }

    /** Somebody or something in a phase. */
    public record With(UUID resourceId, ResourceKind kind, String name) {
    }

    public Booked {
        phases = List.copyOf(phases);
    }

    /** A visit that is no hold and has taken no step. */
    public Booked(UUID appointmentId, AppointmentStatus status, UUID patientId, String patientName, String visitType,
                  String visitName, Instant start, Instant end, String zone, int version, List<Phase> phases) {
        this(appointmentId, status, patientId, patientName, visitType, visitName, start, end, zone, version, phases, null, false,
                VisitNeeds.PLAIN, Screening.NONE, null);
    }

    /** Whether the time is only kept for a while. */
    public boolean isHeld() {
        return heldUntil != null;
    }
}
