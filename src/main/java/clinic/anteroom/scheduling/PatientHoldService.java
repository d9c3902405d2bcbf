package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Holds times for the patient who books, and books what is held, one transaction a method. Reached through {@link PatientBookingService}
 * only, which is told whose patient it is by who has checked it.
 */
@Stateless
@PermitAll // The caller is my visit, which has checked the patient's proof; HouseRulesTest keeps pages away.
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PatientHoldService {

    private static final String BY = PatientAppointmentService.BY;

    /** Visits to come that a patient may have booked without the phone. */
    static final int MOST_AHEAD = 3;

    @Inject
    SelfVisits self;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Appointments appointments;

    @Inject
    Bookings bookings;

    @Inject
    VisitGroups groups;

    @Inject
    OwnVisits visits;

    @Inject
    Holds holds;

    @Inject
    BookingKeys keys;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    /** Holds all legs for ten minutes, once for each key; an earlier hold of this patient is let go. */
    public List<Booked> hold(PatientBooking command) {
        UUID patientId = command.patientId();
        List<UUID> ids = command.legs().stream().map(leg -> NewId.next()).toList();
        Optional<UUID> before = keys.use(command.key(), command.digest(), ids.get(0), time.now());
        if (before.isPresent()) {
            return visits.around(before.get());
        }
        self.oneAtATime(patientId);
        if (self.aheadByThemselves(patientId, time.now()) + ids.size() > MOST_AHEAD) {
            throw SelfBookingRefused.tooMany(MOST_AHEAD);
        }
        // Before anything is looked for: the new choice may overlap the one it replaces.
        holds.releaseOwn(patientId, BY);
        List<BookVisit> wanted = command.legs().stream().map(leg -> visit(command, leg)).toList();
        Caller patient = new Caller(BY, Booker.PATIENT);
        List<NewVisit> planned = new ArrayList<>();
        Instant free = Instant.EPOCH;
        for (BookVisit visit : wanted) {
            BookingFacts facts = bookings.look(visit, null, patient);
            Plan plan = bookings.plan(visit, Booker.DESK, facts, null);
            if (plan.start().isBefore(free)) {
                throw VisitNotPossible.legsOutOfOrder();
            }
            free = plan.whole().end();
            planned.add(new NewVisit(ids.get(planned.size()), visit, plan, time.zone(), BY, time.now(), facts.now().plus(Holds.LIFE)));
        }
        for (NewVisit visit : planned) {
            bookings.write(visit, Booker.DESK, null);
            audit.record(AuditedAction.CREATE, "Appointment", visit.id(), patientId);
        }
        if (ids.size() > 1) {
            groups.tie(BookTogether.Kind.LEGS, patientId, ids, time.now());
        }
        return visits.around(ids.get(0));
    }

    private BookVisit visit(PatientBooking command, PatientBooking.Leg leg) {
        Set<UUID> answered = allowed(command, leg).orders();
        return new BookVisit(command.patientId(), answered, leg.visitType(), leg.start(), chosen(command, leg), command.key(), command.needs(), null);
    }

    /** Whoever is free, where the patient did not choose; refuses with {@link SlotTaken} if nobody is. */
    private Map<String, UUID> chosen(PatientBooking command, PatientBooking.Leg leg) {
        return leg.chosen().isEmpty() ? self.at(new SelfFind(command.patientId(), List.of(leg.visitType()), command.needs(), command.wishes(),
                command.person(), null, null), leg.start()).orElseThrow(SlotTaken::new).chosen() : leg.chosen();
    }

    /** The policy of the kind of visit, what stands against its orders, and the notice; the horizon is checked like for everybody. */
    private SelfVisit allowed(PatientBooking command, PatientBooking.Leg leg) {
        BookingPolicy policy = visitTypes.policy(leg.visitType());
        policy.checkAlone(leg.start(), time.now());
        List<SelfVisit> open = new ArrayList<>(self.ordered(command.patientId(), command.invited(), command.review()));
        SelfVisit found = open.stream().filter(visit -> visit.visitType().equals(leg.visitType())).findFirst()
                .orElseGet(() -> self.picked(command.patientId(), leg.visitType()));
        if (!found.isOpen()) {
            throw SelfBookingRefused.because(found.blocked());
        }
        return found;
    }

    /** The hold and what belongs to it becomes booked, once for each key. */
    public List<Booked> confirm(UUID patientId, ChangeHold command) {
        return changeHeld(patientId, command, "CONFIRM", visit -> {
            visit.confirm(holds.databaseNow());
            appointments.flush();
            events.fire(new AppointmentBooked(visit.id(), patientId, visit.startsAt()));
        });
    }

    /** Ten more minutes from now. */
    public List<Booked> extend(UUID patientId, ChangeHold command) {
        return changeHeld(patientId, command, "EXTEND", visit -> visit.extend(holds.databaseNow(), Holds.LIFE));
    }

    /** Lets the times go. */
    public List<Booked> release(UUID patientId, ChangeHold command) {
        return changeHeld(patientId, command, "RELEASE", Appointment::release);
    }

    private List<Booked> changeHeld(UUID patientId, ChangeHold command, String verb, Consumer<Appointment> change) {
        List<UUID> ids = visits.idsAround(command.appointmentId());
        visits.own(patientId, command.appointmentId());
        if (keys.use(command.key(), command.digest(verb), command.appointmentId(), time.now()).isEmpty()) {
            ids.stream().sorted().map(id -> visits.own(patientId, id)).forEach(visit -> {
                change.accept(visit);
                audit.record(AuditedAction.UPDATE, "Appointment", visit.id(), patientId);
            });
            appointments.flush();
        }
        return visits.around(command.appointmentId());
    }
}
