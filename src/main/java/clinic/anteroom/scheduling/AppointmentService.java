package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes visits, one transaction a method: after a refusal nothing has happened. Pages come through
 * {@link BookingService}, which tries again where that helps.
 */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AppointmentService {

    @Inject
    Appointments appointments;

    @Inject
    Bookings bookings;

    @Inject
    VisitGroups groups;

    @Inject
    BookingKeys keys;

    @Inject
    Lengths lengths;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    @Resource
    SessionContext session;

    /** Books, once for each key. Refuses with {@link SlotTaken}, {@link OrderNotBookable} or {@link VisitNotPossible}. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR, Roles.CALL_DESK})
    public Booked book(BookVisit command) {
        Caller caller = Caller.of(session);
        BookingFacts facts = bookings.look(command, command.key(), caller);
        String digest = command.digest();
        Optional<UUID> before = facts.before(digest);
        return before.isPresent() ? appointments.get(before.get())
                : write(command, caller, facts, new BookingKey(command.key(), digest), NewId.next()).booked(facts);
    }

    /** Books several visits of one patient, all or none, once for each key. Refuses like booking one. */
    public List<Booked> bookTogether(BookTogether command) {
        List<UUID> ids = command.visits().stream().map(visit -> NewId.next()).toList();
        Optional<UUID> before = keys.use(command.key(), command.digest(), ids.get(0), time.now());
        if (before.isEmpty()) {
            Caller caller = Caller.of(session);
            Instant free = Instant.EPOCH;
            for (int i = 0; i < ids.size(); i++) {
                BookVisit visit = command.visits().get(i);
                if (visit.start().isBefore(free)) {
                    throw VisitNotPossible.legsOutOfOrder();
                }
                free = write(visit, caller, bookings.look(visit, null, caller), null, ids.get(i)).plan().whole().end();
            }
            groups.tie(command.kind(), command.visits().get(0).patientId(), ids, time.now());
        }
        return groups.around(before.orElse(ids.get(0))).stream().map(appointments::get).toList();
    }

    private NewVisit write(BookVisit command, Caller caller, BookingFacts facts, BookingKey key, UUID id) {
        Plan plan = bookings.plan(command, caller.booker(), facts, key);
        NewVisit visit = new NewVisit(id, command, plan, time.zone(), caller.name(), time.now(), null);
        bookings.write(visit, caller.booker(), key);
        audit.record(AuditedAction.CREATE, "Appointment", id, command.patientId());
        events.fire(new AppointmentBooked(id, command.patientId(), command.start()));
        return visit;
    }

    /** Moves, once for each key. Refuses like booking, and with {@link AppointmentChanged} or {@link AppointmentNotAhead}. */
    public Booked move(MoveVisit command) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(), id, time.now()).isPresent()) {
            return appointments.get(id);
        }
        visit.expect(command.version());
        Plan plan = bookings.planAgain(id, visit, Caller.of(session).booker(), command);
        Instant before = visit.startsAt();
        visit.moveTo(plan.whole(), time.zone());
        appointments.touch(visit);
        appointments.flush();
        bookings.take(id, visit, plan);
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        events.fire(new AppointmentMoved(id, visit.patientId(), command.start(), before));
        return appointments.get(id);
    }

    /**
     * Makes a phase longer or shorter, once for each key; whoever and whatever is in the visit stays in it, and so does its start, though it
     * may be past for a visit that runs. Refuses like a move, and with {@link VisitNotPossible} for a length that no phase can have or that
     * would be over already.
     */
    public Booked resize(ResizeVisit command) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(), id, time.now()).isPresent()) {
            return appointments.get(id);
        }
        visit.expect(command.version());
        command.check();
        Booked before = appointments.get(id);
        VisitType kind = visitTypes.get(before.visitType(), before.needs());
        Map<String, UUID> cast = SameCast.of(kind, before, resources.all());
        Caller caller = Caller.of(session);
        VisitNeeds longer = LengthService.resized(kind, before.needs(), command.phase(), command.minutes());
        lengths.set(id, command.phase(), longer.byDesk().getOrDefault(command.phase(), 0), caller.name(), time.now());
        MoveVisit same = new MoveVisit(id, command.version(), before.start(), cast, command.key());
        boolean runs = before.status().isInTheHouse();
        Plan plan = runs ? bookings.planRunning(id, visit, caller.booker(), same) : bookings.planAgain(id, visit, caller.booker(), same);
        if (LengthService.endOf(plan.visit(), before.start(), command.phase()).isBefore(time.now())) {
            throw VisitNotPossible.overAlready();
        }
        visit.endAt(plan.whole().end());
        appointments.flush();
        bookings.take(id, visit, plan);
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        if (!runs) { // Who is in the house needs no letter, and nobody on the wait list could come in these minutes.
            events.fire(new AppointmentMoved(id, visit.patientId(), before.start(), before.start()));
        }
        return appointments.get(id);
    }

    /** Calls off a visit and everything that belongs to it and is still ahead, all or none, once for each key. */
    public List<Booked> cancelTogether(CancelVisit command) {
        List<UUID> ids = groups.around(command.appointmentId());
        Appointment asked = appointments.getForChange(command.appointmentId());
        if (keys.use(command.key(), command.digest(), command.appointmentId(), time.now()).isEmpty()) {
            asked.expect(command.version());
            ids.stream().sorted().map(appointments::getForChange).filter(visit -> visit.status().isAhead()).forEach(visit -> cancel(visit, command.reason()));
        }
        return ids.stream().map(appointments::get).toList();
    }

    private void cancel(Appointment visit, CancelReason reason) {
        visit.cancel(reason);
        appointments.flush();
        audit.record(AuditedAction.UPDATE, "Appointment", visit.id(), visit.patientId());
        events.fire(new AppointmentCancelled(visit.id(), visit.patientId(), reason));
    }

    /** Calls off, once for each key; the orders wait again. Refuses with {@link AppointmentChanged} or {@link AppointmentNotAhead}. */
    public Booked cancel(CancelVisit command) {
        UUID id = command.appointmentId();
        Appointment visit = appointments.getForChange(id);
        if (keys.use(command.key(), command.digest(), id, time.now()).isPresent()) {
            return appointments.get(id);
        }
        visit.expect(command.version());
        cancel(visit, command.reason());
        return appointments.get(id);
    }
}
