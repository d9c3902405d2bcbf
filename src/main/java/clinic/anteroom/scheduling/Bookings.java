package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes a visit with its orders and everything it takes; the one way in for every door. */
@Dependent // Its fields are read by services; a proxy of a wider scope would show them as null.
class Bookings {

    @Inject
    Lookout lookout;

    @Inject
    NewVisits visits;

    @Inject
    BookingKeys keys;

    @Inject
    Occupancies occupancies;

    @Inject
    Orders orders;

    @Inject
    Resources resources;

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
    Lengths lengths;

    @Inject
    ClinicTime time;

    /** What is known for a visit; the asker's earlier hold for this patient is let go. */
    BookingFacts look(BookVisit command, String key, Caller caller) {
        return lookout.look(command, key, caller.name(), null);
    }

    /**
     * Checks what was asked for; refuses with {@link SlotTaken} what is known to be taken.
     *
     * @param key to be used up with the visit, or null
     */
    Plan plan(BookVisit command, Booker booker, BookingFacts facts, BookingKey key) {
        BookingPolicy policy = facts.catalogue().policy(command.visitType());
        policy.check(booker, command.start(), time.now());
        clocks.check(command.start());
        refuseFull(command, policy, key, null);
        return check(command, facts, time.now(), command.overbookedBecause() != null);
    }

    /** Another time for a visit; what it takes now is free for it. */
    Plan planAgain(UUID id, Appointment visit, Booker booker, MoveVisit move) {
        BookVisit command = visit.again(move, lengths.of(id));
        BookingFacts facts = lookout.look(command, null, null, id);
        BookingPolicy policy = facts.catalogue().policy(command.visitType());
        policy.check(booker, command.start(), time.now());
        clocks.check(command.start());
        refuseFull(command, policy, null, id);
        interlocks.checkMove(id, visit.patientId(), booker, command.start());
        // Who comes at another time comes in the hours; what is outside on purpose stays where it was put.
        boolean outside = command.overbookedBecause() != null && command.start().equals(visit.startsAt());
        return inTurn(id, check(command, facts, time.now(), outside));
    }

    /** Another length of a visit that runs: its start is past and stays, and what was asked before it was booked is not asked again. */
    Plan planRunning(UUID id, Appointment visit, Booker booker, MoveVisit same) {
        BookVisit command = visit.again(same, lengths.of(id));
        BookingFacts facts = lookout.look(command, null, null, id);
        facts.catalogue().policy(command.visitType()).checkWho(booker);
        clocks.check(command.start());
        return inTurn(id, check(command, facts, visit.startsAt(), command.overbookedBecause() != null));
    }

    private Plan inTurn(UUID id, Plan again) {
        refuseOutOfOrder(id, again);
        occupancies.giveBack(id);
        return again;
    }

    private void refuseFull(BookVisit command, BookingPolicy policy, BookingKey key, UUID instead) {
        if (policy.dailyCap() != null) {
            caps.await(command.visitType(), command.start());
            if (key != null && keys.find(key.key()).isPresent()) {
                throw new KeyBeingUsed();
            }
            caps.refuseFull(command.visitType(), policy.dailyCap(), command.start(), instead);
        }
    }

    private void refuseOutOfOrder(UUID id, Plan moved) {
        Instant[] around = groups.neighbours(id);
        if (around[0] != null && moved.start().isBefore(around[0]) || around[1] != null && moved.whole().end().isAfter(around[1])) {
            throw VisitNotPossible.legsOutOfOrder();
        }
    }

    private Plan check(BookVisit command, BookingFacts facts, Instant earliest, boolean outside) {
        Catalogue catalogue = facts.catalogue();
        VisitType visit = catalogue.forNeeds(catalogue.get(command.visitType()), command.needs());
        Scope scope = new Scope(visit.code(), command.patientId(), TimeRange.startingAt(command.start(), visit.length()), null,
                command.overbookedBecause() != null, outside);
        List<Resource> chosen = catalogue.resources().stream().filter(resource -> command.chosen().containsValue(resource.id())).toList();
        Availability availability = resources.availability(catalogue, scope, chosen, facts.busy());
        refuseUnclear(command.start());
        Plan plan = new PlanCheck(visit, availability).plan(command.start(), command.chosen(), earliest);
        // The database has the last word; this only spares a loser the queue in front of it.
        if (!plan.stretches(new Lane(command.patientId(), 1)).stream().allMatch(stretch -> availability.isFree(stretch.lane(), stretch.during()))) {
            throw new SlotTaken();
        }
        return plan;
    }

    /** A wall time that comes twice on the night of a clock change would be written on a letter and mean two moments. */
    private void refuseUnclear(Instant start) {
        if (ClinicDay.of(start, time.zone()).at(LocalTime.ofInstant(start, time.zone())).isEmpty()) {
            throw VisitNotPossible.atAnUnclearHour();
        }
    }

    /**
     * Writes a new visit, its orders and everything it takes; refuses with {@link OrderNotBookable}, {@link SlotTaken}, or
     * what the orders forbid.
     *
     * @param key used up with it, or null
     */
    void write(NewVisit visit, Booker booker, BookingKey key) {
        Set<UUID> orderIds = visit.command().orders();
        UUID patientId = visit.command().patientId();
        if (!orderIds.isEmpty()) {
            interlocks.check(orderIds, patientId, booker, visit.plan().start());
            orders.lock(orderIds, patientId, visit.plan().visit().tests());
        }
        visits.write(visit, key);
        orders.answer(orderIds, visit.id());
        orderIds.forEach(orderId -> tasks.settle(orderId, time.now()));
        keys.forgetOld(time.now());
    }

    /** Takes everything the plan needs; refuses with {@link SlotTaken}. */
    void take(UUID id, Appointment visit, Plan plan) {
        occupancies.take(id, plan.stretches(new Lane(visit.patientId(), 1)));
    }
}
