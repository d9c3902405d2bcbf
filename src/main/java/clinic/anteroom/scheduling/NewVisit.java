package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A visit that is to be written.
 *
 * @param id        its id; never null
 * @param command   what was asked for; never null
 * @param plan      what it takes; never null
 * @param zone      of the site; never null
 * @param by        account of whoever asked; never null
 * @param at        when; never null
 * @param heldUntil end of a hold by the database's clock; null for a booking
 */
record NewVisit(UUID id, BookVisit command, Plan plan, ZoneId zone, String by, Instant at, Instant heldUntil) {

    private static final Comparator<Booked.With> PEOPLE_FIRST = Comparator.comparing(Booked.With::kind, Comparator.comparing(kind -> switch (kind) {
        case PATIENT -> 0;
        case PRACTITIONER -> 1;
        case LOCATION -> 2;
        case DEVICE -> 3;
    })).thenComparing(Booked.With::name);

    AppointmentStatus status() {
        return heldUntil == null ? AppointmentStatus.BOOKED : AppointmentStatus.PENDING;
    }

    /** Everything it takes, the patient included, in the order in which all writers take. */
    List<Plan.Stretch> stretches() {
        return plan.stretches(new Lane(command.patientId(), 1));
    }

    /** The visit as the desk reads it out, when it has just been written. */
    Booked booked(BookingFacts facts) {
        VisitType visit = plan.visit();
        Screening screening = facts.catalogue().policy(visit.code()).screened() ? Screening.DUE : Screening.NONE;
        TimeRange whole = plan.whole();
        return new Booked(id, status(), command.patientId(), facts.patientName(), visit.code(), visit.name(), whole.start(), whole.end(),
                zone.getId(), 1, phases(facts), heldUntil, false, command.needs(), screening, command.overbookedBecause());
    }

    private List<Booked.Phase> phases(BookingFacts facts) {
        List<TimeRange> when = plan.visit().phasesFrom(plan.start());
        List<Booked.Phase> phases = new ArrayList<>();
        for (VisitType.Phase phase : plan.visit().phases()) {
            TimeRange range = when.get(phases.size());
            phases.add(new Booked.Phase(phase.ordinal(), phase.name(), range.start(), range.end(), phase.parts().stream()
                    .map(part -> with(facts.catalogue().resource(plan.cast().get(part.key()).resourceId()))).sorted(PEOPLE_FIRST).toList()));
        }
        return phases;
    }

    private static Booked.With with(Resource resource) {
        return new Booked.With(resource.id(), resource.kind(), resource.name());
    }
}
