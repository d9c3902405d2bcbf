package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes a visit with its orders and everything it takes; the one way in for every door. */
@ApplicationScoped
class Bookings {

    @Inject
    Appointments appointments;

    @Inject
    Occupancies occupancies;

    @Inject
    Orders orders;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    Holds holds;

    @Inject
    ClinicTime time;

    /** Checks what was asked for, after the holds that have ended and the asker's own one are out of the way. */
    Plan plan(BookVisit command, String by) {
        VisitType visit = visitTypes.get(command.visitType());
        resources.nameOf(command.patientId());
        holds.clearExpired();
        holds.releaseOwn(command.patientId(), by);
        return plan(visit, command.patientId(), command.start(), command.chosen());
    }

    /** Another time for a visit; what it takes now is free for it. */
    Plan planAgain(UUID id, Appointment visit, MoveVisit command) {
        holds.clearExpired();
        occupancies.giveBack(id);
        return plan(visitTypes.get(visit.visitType()), visit.patientId(), command.start(), command.chosen());
    }

    private Plan plan(VisitType visit, UUID patientId, Instant start, Map<String, UUID> chosen) {
        TimeRange when = TimeRange.startingAt(start, visit.length());
        return new PlanCheck(visit, resources.freeFor(visit.code(), patientId, when)).plan(start, chosen, time.now());
    }

    /** Writes a new visit; refuses with {@link OrderNotBookable} or {@link SlotTaken}. */
    void write(UUID id, Appointment visit, Set<UUID> orderIds, Plan plan) {
        appointments.add(visit);
        orders.answer(orderIds, visit.patientId(), plan.visit().tests(), id);
        take(id, visit, plan);
    }

    /** Takes everything the plan needs; refuses with {@link SlotTaken}. */
    void take(UUID id, Appointment visit, Plan plan) {
        occupancies.take(id, plan.stretches(new Lane(visit.patientId(), 1)));
    }
}
