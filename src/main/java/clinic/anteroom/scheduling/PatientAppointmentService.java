package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Sha256;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Changes visits for the patient they belong to, one transaction a method; what begins with a hold stands in {@link PatientHoldService}. Reached through {@link PatientBookingService} only,
 * which is told whose patient it is by who has checked it.
 */
@Stateless
@PermitAll // The caller is my visit, which has checked the patient's proof; HouseRulesTest keeps pages away.
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PatientAppointmentService {

    /** Who made such a visit. */
    static final String BY = AuditService.PATIENT;

    /** From so long before on patients are asked whether they come; the first reminder leaves then. */
    private static final Duration ASKED_BEFORE = Duration.ofDays(8);

    @Inject
    SelfVisits self;

    @Inject
    Searches searches;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Appointments appointments;

    @Inject
    Bookings bookings;

    @Inject
    OwnVisits visits;

    @Inject
    BookingKeys keys;

    @Inject
    WaitList list;

    @Inject
    Orders orders;

    @Inject
    SelfAnswers answers;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    /** What is ordered and could be booked; see {@link SelfVisits#ordered}. */
    public List<SelfVisit> ordered(UUID patientId, boolean invited, String review) {
        return self.ordered(patientId, invited, review);
    }

    /** Kinds of visit that need no order, with what stands against this patient. */
    public List<SelfVisit> free(UUID patientId) {
        return self.free(patientId);
    }

    /** Times for one kind of visit. */
    public SelfTimes times(SelfFind command) {
        audit.record(AuditedAction.VIEW, "Patient", command.patientId(), command.patientId());
        return self.times(command);
    }

    /** Bundles for several kinds. */
    public List<SelfBundle> bundles(SelfFind command) {
        audit.record(AuditedAction.VIEW, "Patient", command.patientId(), command.patientId());
        return self.bundles(command);
    }

    /** Another time for a visit; the old one is given back in the same transaction. */
    public Booked move(UUID patientId, MoveVisit command) {
        Appointment visit = visits.own(patientId, command.appointmentId());
        if (keys.use(command.key(), command.digest(), visit.id(), time.now()).isPresent()) {
            return appointments.get(visit.id());
        }
        refuseUnchangeable(visit);
        refuseImplant(visit);
        visitTypes.policy(visit.visitType()).checkAlone(command.start(), time.now());
        visit.expect(command.version());
        MoveVisit wanted = command.chosen().isEmpty() ? new MoveVisit(visit.id(), command.version(), command.start(),
                searches.at(appointments.get(visit.id()), command.start(), null).orElseThrow(SlotTaken::new).chosen(), command.key()) : command;
        Plan plan = bookings.planAgain(visit.id(), visit, Booker.DESK, wanted);
        Instant before = visit.startsAt();
        visit.moveTo(plan.whole(), time.zone());
        appointments.flush();
        bookings.take(visit.id(), visit, plan);
        answers.forget(visit.id());
        audit.record(AuditedAction.UPDATE, "Appointment", visit.id(), patientId);
        events.fire(new AppointmentMoved(visit.id(), patientId, plan.start(), before));
        return appointments.get(visit.id());
    }

    /** The desk booked it after somebody looked; a patient alone moves it as little as they could book it. */
    private void refuseImplant(Appointment visit) {
        if (bookings.interlocks.ofVisit(visit.id()).contains(Interlock.IMPLANT)) {
            throw SelfBookingRefused.because(SelfVisit.Blocked.IMPLANT);
        }
    }

    /** Calls off one visit, or it and everything that belongs to it. */
    public List<Booked> cancel(UUID patientId, CancelVisit command, boolean together) {
        Appointment asked = visits.own(patientId, command.appointmentId());
        if (keys.use(command.key(), command.digest(), asked.id(), time.now()).isEmpty()) {
            refuseUnchangeable(asked);
            asked.expect(command.version());
            List<UUID> ids = together ? visits.idsAround(asked.id()) : List.of(asked.id());
            ids.stream().sorted().map(id -> visits.own(patientId, id)).filter(visit -> visit.status().isAhead()).forEach(visit -> {
                visit.cancel(command.reason());
                appointments.flush();
                audit.record(AuditedAction.UPDATE, "Appointment", visit.id(), patientId);
                events.fire(new AppointmentCancelled(visit.id(), patientId, command.reason()));
            });
        }
        return visits.around(asked.id());
    }

    private void refuseUnchangeable(Appointment visit) {
        SelfVisits.ChangePolicy policy = self.changePolicy(visit.visitType());
        if (!policy.mayChange()) {
            throw SelfBookingRefused.notChangedOnline();
        }
        if (visit.status() == AppointmentStatus.BOOKED && visit.startsAt().isBefore(time.now().plus(policy.notice()))) {
            throw SelfBookingRefused.tooLateToChange(policy.notice().toHours());
        }
    }

    /** What may be done with the visit now. */
    public SelfChange changeOf(UUID patientId, UUID appointmentId) {
        Booked visit = get(patientId, appointmentId);
        SelfVisits.ChangePolicy policy = self.changePolicy(visit.visitType());
        Instant until = visit.start().minus(policy.notice());
        boolean booked = visit.status() == AppointmentStatus.BOOKED;
        Instant from = policy.checkInBefore() == null ? null : visit.start().minus(policy.checkInBefore());
        boolean now = from != null && !time.now().isBefore(from) && !time.now().isAfter(visit.start().plus(policy.checkInAfter()));
        return new SelfChange(booked && policy.mayChange() && time.now().isBefore(until), until, booked && now && visit.screening() != Screening.DUE,
                from, self.isWaiting(appointmentId), answers.isComing(appointmentId),
                booked && time.now().isBefore(visit.start()) && time.now().isAfter(visit.start().minus(ASKED_BEFORE)));
    }

    /** The patient comes, and says so: the desk need not call. Refuses a visit that is over or called off with {@link AppointmentNotAhead}. */
    public void comes(UUID patientId, UUID appointmentId) {
        Appointment visit = visits.own(patientId, appointmentId);
        if (visit.status() != AppointmentStatus.BOOKED) {
            throw new AppointmentNotAhead(visit.status());
        }
        answers.comes(appointmentId, BY, time.now());
        audit.record(AuditedAction.UPDATE, "Appointment", appointmentId, patientId);
    }

    /** The patient is in the house and says so by phone. */
    public Booked checkIn(UUID patientId, StepVisit command) {
        Appointment visit = visits.own(patientId, command.appointmentId());
        if (keys.use(command.key(), command.digest("SELF_ARRIVE"), visit.id(), time.now()).isEmpty()) {
            SelfChange may = changeOf(patientId, visit.id());
            if (may.checkInFrom() == null || appointments.get(visit.id()).screening() == Screening.DUE) {
                throw SelfBookingRefused.checkInAtTheDesk();
            }
            if (!may.mayCheckIn()) {
                throw SelfBookingRefused.notTheTimeToCheckIn();
            }
            visit.expect(command.version());
            visit.take(VisitStep.ARRIVE);
            appointments.flush();
            orders.follow(visit.id(), visit.status());
            audit.record(AuditedAction.UPDATE, "Appointment", visit.id(), patientId);
            events.fire(new AppointmentStepped(visit.id(), patientId, visit.status()));
        }
        return appointments.get(visit.id());
    }

    /** Would come earlier; the visit stays as it is. */
    public void join(UUID patientId, UUID appointmentId, int leadHours) {
        Appointment visit = visits.own(patientId, appointmentId);
        if (visit.status() != AppointmentStatus.BOOKED) {
            throw new AppointmentNotAhead(visit.status());
        }
        refuseImplant(visit);
        list.add(new WaitFor(appointmentId, leadHours, false), time.now());
        audit.record(AuditedAction.CREATE, "WaitListEntry", appointmentId, patientId);
    }

    /** Would not. */
    public void leave(UUID patientId, UUID appointmentId) {
        visits.own(patientId, appointmentId);
        list.leave(appointmentId, "LEFT");
        audit.record(AuditedAction.UPDATE, "WaitListEntry", appointmentId, patientId);
    }

    /** Earlier times that can be taken now. */
    public List<SelfOffer> offers(UUID patientId) {
        return self.offers(patientId, time.now());
    }

    /** A new secret for an offer of this patient; earlier ones end. Refuses with {@link OfferGone}. */
    public String armOffer(UUID patientId, UUID offerId) {
        String secret = Secrets.next();
        if (!self.rearm(patientId, offerId, Sha256.of(secret))) {
            throw new OfferGone();
        }
        return secret;
    }

    /** Everything of this patient, the next one first. */
    public List<Booked> visits(UUID patientId) {
        audit.record(AuditedAction.VIEW, "Patient", patientId, patientId);
        return self.visitsOf(patientId, time.now()).stream().map(appointments::get).toList();
    }

    /** One visit; refuses one of somebody else like one that is not there. */
    public Booked get(UUID patientId, UUID appointmentId) {
        Booked found = appointments.get(appointmentId);
        if (!found.patientId().equals(patientId)) {
            throw new AppointmentNotFound();
        }
        audit.record(AuditedAction.VIEW, "Appointment", appointmentId, patientId);
        return found;
    }

    /** The visit and what belongs to it, in order, without what was called off. */
    public List<Booked> together(UUID patientId, UUID appointmentId) {
        get(patientId, appointmentId);
        return visits.around(appointmentId).stream().filter(visit -> visit.status() != AppointmentStatus.CANCELLED || visit.appointmentId().equals(appointmentId)).toList();
    }
}
