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
    ClockGuard clocks;

    @Inject
    DailyCaps caps;

    @Inject
    Interlocks interlocks;

    @Inject
    Tasks tasks;

    @Inject
    VisitGroups groups;

    @Inject
    ClinicTime time;

    /** Checks what was asked for, after the holds that have ended and the asker's own one are out of the way. */
    Plan plan(BookVisit command, Booker booker, String by) {
        VisitType visit = visitTypes.get(command.visitType(), command.needs());
        BookingPolicy policy = visitTypes.policy(visit.code());
        policy.check(booker, command.start(), time.now());
        clocks.check(command.start());
        resources.nameOf(command.patientId());
        holds.clearExpired();
        holds.releaseOwn(command.patientId(), by);
        caps.refuseFull(visit.code(), policy.dailyCap(), command.start(), null);
        return plan(visit, command.patientId(), command.overbookedBecause() != null, command.start(), command.chosen());
    }

    /** Another time for a visit; what it takes now is free for it. */
    Plan planAgain(UUID id, Appointment visit, Booker booker, MoveVisit command) {
        BookingPolicy policy = visitTypes.policy(visit.visitType());
        policy.check(booker, command.start(), time.now());
        clocks.check(command.start());
        holds.clearExpired();
        caps.refuseFull(visit.visitType(), policy.dailyCap(), command.start(), id);
        interlocks.checkMove(id, visit.patientId(), booker, command.start());
        occupancies.giveBack(id);
        Plan moved = plan(visitTypes.get(visit.visitType(), visit.needs()), visit.patientId(), visit.isOverbooked(), command.start(), command.chosen());
        refuseOutOfOrder(id, moved);
        return moved;
    }

    private void refuseOutOfOrder(UUID id, Plan moved) {
        Instant[] around = groups.neighbours(id);
        if (around[0] != null && moved.start().isBefore(around[0]) || around[1] != null && moved.whole().end().isAfter(around[1])) {
            throw VisitNotPossible.legsOutOfOrder();
        }
    }

    private Plan plan(VisitType visit, UUID patientId, boolean overbook, Instant start, Map<String, UUID> chosen) {
        TimeRange when = TimeRange.startingAt(start, visit.length());
        return new PlanCheck(visit, resources.freeFor(new Scope(visit.code(), patientId, when, null, overbook)))
                .plan(start, chosen, time.now());
    }

    /** Writes a new visit; refuses with {@link OrderNotBookable}, {@link SlotTaken}, or what the orders forbid. */
    void write(UUID id, Appointment visit, Booker booker, Set<UUID> orderIds, Plan plan) {
        interlocks.check(orderIds, visit.patientId(), booker, plan.start());
        appointments.add(visit);
        orders.answer(orderIds, visit.patientId(), plan.visit().tests(), id);
        orderIds.forEach(orderId -> tasks.settle(orderId, time.now()));
        take(id, visit, plan);
    }

    /** Takes everything the plan needs; refuses with {@link SlotTaken}. */
    void take(UUID id, Appointment visit, Plan plan) {
        occupancies.take(id, plan.stretches(new Lane(visit.patientId(), 1)));
    }
}
