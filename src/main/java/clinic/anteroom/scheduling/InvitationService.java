package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Invites patients to book, and books what they choose: same rules, same constraint as at the desk, and less that may be
 * booked. The secret of the link is the proof. One transaction a method; pages come through {@link SelfBookingService}.
 */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InvitationService {

    /** How long a link works. */
    static final Duration LIFE = Duration.ofDays(7);
    /** How far ahead patients are offered times: visits further away are missed every second time. */
    static final Duration AHEAD = Duration.ofDays(42);
    /** Visits to come that a patient may have booked alone (T29). */
    static final int MOST = 3;

    private static final Caller PATIENT = new Caller(Invitations.PATIENT, Booker.PATIENT);

    @Inject
    Invitations invitations;

    @Inject
    Appointments appointments;

    @Inject
    Bookings bookings;

    @Inject
    Searches searches;

    @Inject
    Catalogues catalogues;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    @Resource
    SessionContext session;

    /**
     * Makes a link that works for a week. Refuses an order that is not waiting, a kind of visit that patients do not book,
     * and with {@link VisitNotPossible} what an interlock keeps from being booked alone.
     *
     * @return the secret of the link, told once; {@link InvitationMade} carries it too
     */
    public String invite(Invite command) {
        Catalogue catalogue = catalogues.now();
        WaitingRequest order = command.orderId() == null ? null : bookings.orders.findWaiting(command.orderId()).orElseThrow(OrderNotBookable::new);
        UUID patientId = order == null ? command.patientId() : order.patientId();
        VisitType visit = command.visitType() != null ? catalogue.get(command.visitType()) : visitFor(order, catalogue);
        if (patientId == null) {
            throw VisitNotPossible.unknownPatient();
        }
        catalogue.policy(visit.code()).checkWho(Booker.PATIENT);
        bookings.interlocks.refusePatient(orders(command.orderId()));
        String secret = Secrets.next();
        Invitations.Kept made = new Invitations.Kept(NewId.next(), patientId, visit.code(), command.orderId(), command.person(), time.now().plus(LIFE), null);
        invitations.add(made, secret, session.getCallerPrincipal().getName(), time.now());
        audit.record(AuditedAction.CREATE, "BookingInvitation", made.id(), patientId);
        events.fire(new InvitationMade(made.id(), patientId, made.endsAt(), secret));
        return secret;
    }

    /** What the link stands for; empty for a secret that was never told or whose time is over. It changes nothing. */
    @PermitAll
    public Optional<Invited> look(String secret) {
        return invitations.find(secret).filter(kept -> kept.appointmentId() != null || kept.endsAt().isAfter(time.now())).map(this::invited);
    }

    /**
     * Times the patient may choose from, from the notice the clinic asks for to six weeks ahead. Refuses with
     * {@link InvitationGone} or {@link VisitNotPossible}.
     *
     * @param question days and wishes; the rest follows from the link
     */
    @PermitAll
    public List<FreeTime> times(String secret, FindTimes question, int atMost) {
        Invitations.Kept kept = open(invitations.find(secret));
        Catalogue catalogue = catalogues.now();
        bookings.interlocks.refusePatient(orders(kept.orderId()));
        BookingPolicy policy = catalogue.policy(kept.visitType());
        policy.checkWho(Booker.PATIENT);
        FindTimes theirs = new FindTimes(null, kept.visitType(), kept.patientId(), question.from(), question.latest(), kept.person(), null,
                question.needs(), question.wishes(), false);
        Search search = searches.of(theirs, catalogue.get(kept.visitType()), theirs.needsOrPlain(), kept.patientId(), latest(kept));
        Instant first = time.now().plus(policy.notice());
        Instant last = time.now().plus(AHEAD);
        if (!search.window().end().isAfter(first) || !search.window().start().isBefore(last)) {
            return List.of();
        }
        audit.record(AuditedAction.VIEW, "Patient", kept.patientId(), kept.patientId());
        return TimeFinder.find(search.within(new clinic.anteroom.shared.TimeRange(first, last)), atMost).times();
    }

    /** Keeps a time for ten minutes; one hold a patient, the next choice replaces it. Refuses like booking. */
    @PermitAll
    public Booked hold(String secret, SelfBooking chosen) {
        return write(secret, chosen, true);
    }

    /** Books, once for each key and once for each link. Refuses like the desk's booking, and with {@link SelfBookingLimit}. */
    @PermitAll
    public Booked book(String secret, SelfBooking chosen) {
        return write(secret, chosen, false);
    }

    private Booked write(String secret, SelfBooking chosen, boolean hold) {
        Invitations.Kept kept = invitations.lock(secret).orElseThrow(InvitationGone::new);
        BookVisit command = new BookVisit(kept.patientId(), orders(kept.orderId()), kept.visitType(), chosen.start(), chosen.chosen(), chosen.key(),
                chosen.needs(), null);
        BookingFacts facts = bookings.look(command, command.key(), PATIENT);
        BookingKey key = new BookingKey(command.key(), hold ? new HoldVisit(command).digest() : command.digest());
        Optional<UUID> before = facts.before(key.digest());
        if (before.isPresent()) {
            return appointments.get(before.get());
        }
        open(Optional.of(kept));
        refuse(kept, chosen);
        Plan plan = bookings.plan(command, Booker.PATIENT, facts, key);
        NewVisit visit = new NewVisit(NewId.next(), command, plan, time.zone(), PATIENT.name(), time.now(), hold ? facts.now().plus(Holds.LIFE) : null);
        bookings.write(visit, Booker.PATIENT, key);
        audit.record(AuditedAction.CREATE, "Appointment", visit.id(), kept.patientId());
        if (!hold) {
            invitations.use(kept.id(), visit.id());
            events.fire(new AppointmentBooked(visit.id(), kept.patientId(), command.start()));
        }
        return visit.booked(facts);
    }

    private void refuse(Invitations.Kept kept, SelfBooking chosen) {
        if (chosen.start().isAfter(time.now().plus(AHEAD))) {
            throw VisitNotPossible.tooFarAhead(AHEAD.toDays());
        }
        if (kept.person() != null && !chosen.chosen().containsValue(kept.person())) {
            throw VisitNotPossible.miscast();
        }
        invitations.oneAtATime(kept.patientId());
        if (invitations.selfBooked(kept.patientId(), time.now()) >= MOST) {
            throw new SelfBookingLimit(MOST);
        }
    }

    private Invitations.Kept open(Optional<Invitations.Kept> found) {
        return found.filter(kept -> kept.appointmentId() == null && kept.endsAt().isAfter(time.now())).orElseThrow(InvitationGone::new);
    }

    private Invited invited(Invitations.Kept kept) {
        VisitType visit = catalogues.now().get(kept.visitType());
        Booked booked = kept.appointmentId() == null ? null : appointments.get(kept.appointmentId());
        audit.record(AuditedAction.VIEW, "BookingInvitation", kept.id(), kept.patientId());
        return new Invited(kept.patientId(), visit.code(), visit.name(), kept.orderId(), kept.person(), kept.endsAt(),
                bookings.interlocks.of(orders(kept.orderId())), booked);
    }

    private VisitType visitFor(WaitingRequest order, Catalogue catalogue) {
        if (order == null) {
            throw VisitNotPossible.unknownKind();
        }
        Set<String> waiting = bookings.orders.waitingFor(order.patientId()).stream().map(WaitingRequest::test).collect(Collectors.toSet());
        return VisitChoice.of(order.test(), waiting, catalogue.visitTypes()).orElseThrow(VisitNotPossible::unknownKind);
    }

    private Instant latest(Invitations.Kept kept) {
        return kept.orderId() == null ? null : bookings.orders.findWaiting(kept.orderId()).map(WaitingRequest::latest).orElse(null);
    }

    private static Set<UUID> orders(UUID orderId) {
        return orderId == null ? Set.of() : Set.of(orderId);
    }
}
