package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Wishes;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The patient's door: the same finder, the same booking, and narrower rules. Everything asks whose patient it is; who calls
 * has checked the proof. It holds no transaction itself, so that an attempt that died can be tried again.
 */
@Stateless
@PermitAll // Called by my visit, which has checked the patient's proof; HouseRulesTest keeps pages away.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PatientBookingService {

    private static final int TIMES_AFTER_A_REFUSAL = 3;

    @Inject
    PatientAppointmentService changes;

    @Inject
    PatientHoldService holds;

    @Inject
    WaitListService waitList;

    @Inject
    Attempts attempts;

    @Inject
    ClinicTime time;

    /** What is ordered, blood first and talks last; {@code review} is the code of a talk about the results, or null. */
    public List<SelfVisit> ordered(UUID patientId, boolean invited, String review) {
        return changes.ordered(patientId, invited, review);
    }

    /** Kinds of visit that need no order and that patients may book freely, with what stands against this one. */
    public List<SelfVisit> free(UUID patientId) {
        return changes.free(patientId);
    }

    /** Times for the first kind of visit asked for. */
    public SelfTimes times(SelfFind command) {
        return changes.times(command);
    }

    /** Bundles for all kinds of visit asked for. */
    public List<SelfBundle> bundles(SelfFind command) {
        return changes.bundles(command);
    }

    /** Holds for ten minutes. Who comes second gets {@link SlotTaken} with the nearest three. */
    public List<Booked> hold(PatientBooking command) {
        try {
            return attempts.at(() -> holds.hold(command));
        } catch (SlotTaken taken) {
            PatientBooking.Leg wanted = command.legs().get(0);
            throw new SlotTaken(command.legs().size() > 1 ? List.of() : nearest(new SelfFind(command.patientId(), List.of(wanted.visitType()),
                    command.needs(), command.wishes(), null, around(wanted.start()), null), wanted.start()));
        }
    }

    private List<FreeTime> nearest(SelfFind around, Instant wanted) {
        return changes.times(around).days().values().stream().flatMap(List::stream)
                .sorted(Comparator.comparing(found -> Duration.between(wanted, found.start()).abs()))
                .limit(TIMES_AFTER_A_REFUSAL).sorted(Comparator.comparing(FreeTime::start)).toList();
    }

    private LocalDate around(Instant wanted) {
        LocalDate before = LocalDate.ofInstant(wanted, time.zone()).minusDays(3);
        return before.isBefore(time.today()) ? time.today() : before;
    }

    /** Books what is held. Refuses with {@link HoldExpired}. */
    public List<Booked> confirm(UUID patientId, ChangeHold command) {
        return attempts.at(() -> holds.confirm(patientId, command));
    }

    /** Holds for ten more minutes. Refuses with {@link HoldExpired}. */
    public List<Booked> extend(UUID patientId, ChangeHold command) {
        return attempts.at(() -> holds.extend(patientId, command));
    }

    /** Lets held times go. */
    public List<Booked> release(UUID patientId, ChangeHold command) {
        return attempts.at(() -> holds.release(patientId, command));
    }

    /** Moves; who comes second keeps the old time and gets {@link SlotTaken} with the nearest three. */
    public Booked move(UUID patientId, MoveVisit command) {
        try {
            return attempts.at(() -> changes.move(patientId, command));
        } catch (SlotTaken taken) {
            Booked still = changes.get(patientId, command.appointmentId());
            throw new SlotTaken(nearest(new SelfFind(patientId, List.of(still.visitType()), still.needs(), Wishes.NONE, null,
                    around(command.start()), command.appointmentId()), command.start()));
        }
    }

    /** Calls off one visit, or with {@code together} everything that belongs to it. */
    public List<Booked> cancel(UUID patientId, CancelVisit command, boolean together) {
        return attempts.at(() -> changes.cancel(patientId, command, together));
    }

    /** What may be done with the visit now. */
    public SelfChange changeOf(UUID patientId, UUID appointmentId) {
        return changes.changeOf(patientId, appointmentId);
    }

    /** The patient comes, and says so. */
    public void comes(UUID patientId, UUID appointmentId) {
        changes.comes(patientId, appointmentId);
    }

    /** The patient is in the house. Refuses with {@link SelfBookingRefused}. */
    public Booked checkIn(UUID patientId, StepVisit command) {
        return attempts.at(() -> changes.checkIn(patientId, command));
    }

    /** Would come earlier, with so many hours to get ready. */
    public void join(UUID patientId, UUID appointmentId, int leadHours) {
        changes.join(patientId, appointmentId, leadHours);
    }

    /** Would not come earlier any more. */
    public void leave(UUID patientId, UUID appointmentId) {
        changes.leave(patientId, appointmentId);
    }

    /** Earlier times that can be taken now. */
    public List<SelfOffer> offers(UUID patientId) {
        return changes.offers(patientId);
    }

    /** A new secret for the link of an offer, for who writes the letter. Refuses with {@link OfferGone}. */
    public String armOffer(UUID patientId, UUID offerId) {
        return changes.armOffer(patientId, offerId);
    }

    /** Takes an earlier time. Refuses with {@link OfferGone}; the visit then stays where it was. */
    public Booked takeOffer(UUID patientId, UUID offerId) {
        String secret = changes.armOffer(patientId, offerId);
        return waitList.take(secret);
    }

    /** Everything of this patient, the next one first. */
    public List<Booked> visits(UUID patientId) {
        return changes.visits(patientId);
    }

    /** One visit; refuses one of somebody else like one that is not there. */
    public Booked get(UUID patientId, UUID appointmentId) {
        return changes.get(patientId, appointmentId);
    }

    /** The visit and what belongs to it, in order. */
    public List<Booked> together(UUID patientId, UUID appointmentId) {
        return changes.together(patientId, appointmentId);
    }
}
