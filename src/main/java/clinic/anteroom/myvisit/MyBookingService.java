package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.ChangeHold;
import clinic.anteroom.scheduling.PatientBooking;
import clinic.anteroom.scheduling.PatientBookingService;
import clinic.anteroom.scheduling.SelfBundle;
import clinic.anteroom.scheduling.SelfFind;
import clinic.anteroom.scheduling.SelfTimes;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A patient books: what could be booked, when, held while the rest is typed, and confirmed. The key of a session is the
 * proof. It holds no transaction itself, so that times can be looked up after a lost race.
 */
@Stateless
@PermitAll // The key of the session is the proof.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MyBookingService {

    @Inject
    Proofs proofs;

    @Inject
    PatientBookingService booking;

    @Inject
    VisitAnswerService answers;

    /** What could be booked now. Refuses with {@link SessionEnded}. */
    public BookingChoices choices(String key) {
        Proofs.Proof proof = proofs.of(key);
        return new BookingChoices(booking.ordered(proof.patientId(), proof.invited(), proof.review()), booking.free(proof.patientId()), proof.invited());
    }

    /**
     * Times for one kind of visit.
     *
     * @param from    first day, or null for the first that is free
     * @param instead a visit that would be moved, or null
     */
    public SelfTimes times(String key, String visitType, BookingWish wish, LocalDate from, UUID instead) {
        UUID patientId = proofs.of(key).patientId();
        VisitNeeds needs = instead == null ? needs(wish) : booking.get(patientId, instead).needs();
        return booking.times(new SelfFind(patientId, List.of(visitType), needs, wishes(wish), wish.person(), from, instead));
    }

    /** Bundles for several kinds of visit, in the order in which they follow each other. */
    public List<SelfBundle> bundles(String key, List<String> visitTypes, BookingWish wish) {
        return booking.bundles(new SelfFind(proofs.of(key).patientId(), visitTypes, needs(wish), wishes(wish), null, null, null));
    }

    /**
     * Keeps times for ten minutes; refuses like {@link PatientBookingService#hold}, with {@link AnswersRefused} where a question that needs an
     * answer has none, and with {@link AskedFirst} an answer that needs the phone.
     */
    public List<Booked> hold(String key, List<PatientBooking.Leg> legs, BookingWish wish, String pageKey) {
        Proofs.Proof proof = proofs.of(key);
        answers.check(legs.stream().map(PatientBooking.Leg::visitType).toList(), wish.answers());
        return booking.hold(new PatientBooking(proof.patientId(), legs, needs(wish), wishes(wish), wish.person(), proof.invited(), proof.review(), pageKey));
    }

    /** Ten more minutes. */
    public List<Booked> extend(String key, UUID heldId, String pageKey) {
        return booking.extend(proofs.of(key).patientId(), new ChangeHold(heldId, pageKey));
    }

    /** Lets the times go. */
    public void release(String key, UUID heldId, String pageKey) {
        booking.release(proofs.of(key).patientId(), new ChangeHold(heldId, pageKey));
    }

    /** What is held, in order; refuses what is not this patient's like what is not there. */
    public List<Booked> held(String key, UUID heldId) {
        return booking.together(proofs.of(key).patientId(), heldId);
    }

    /** Books what is held, and writes down what was asked for and answered. An invitation is used up with it. Refuses answers like {@link #hold}. */
    public List<Booked> confirm(String key, UUID heldId, BookingWish wish, String pageKey) {
        UUID patientId = proofs.of(key).patientId();
        List<Booked> held = booking.together(patientId, heldId);
        if (held.get(0).heldUntil() != null) {
            answers.check(held.stream().map(Booked::visitType).toList(), wish.answers());
        }
        List<Booked> booked = booking.confirm(patientId, new ChangeHold(heldId, pageKey));
        proofs.booked(patientId, booked.stream().map(Booked::appointmentId).toList(), wish);
        return booked;
    }

    /** A language is wished for only where no interpreter comes. */
    private static Wishes wishes(BookingWish wish) {
        return new Wishes(Set.of(), null, Set.of(), null, wish.interpreter() ? null : wish.language(), null, wish.wheelchair());
    }

    private static VisitNeeds needs(BookingWish wish) {
        return new VisitNeeds(1, 1, 1, wish.interpreter(), wish.help());
    }
}
