package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The patient's door. The secret of an invitation is the proof; through it one visit can be booked, by the rules and the
 * constraint of the desk. It holds no transaction itself, like {@link BookingService}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SelfBookingService {

    private static final int TIMES_OFFERED = 12;
    private static final int TIMES_AFTER_A_REFUSAL = 3;

    @Inject
    InvitationService invitations;

    @Inject
    Attempts attempts;

    /** What the link stands for, booked or not; empty for a wrong or ended one. For a page with a button: it changes nothing. */
    public Optional<Invited> look(String secret) {
        return invitations.look(secret);
    }

    /** Times to choose from, at most twelve; see {@link InvitationService#times}. */
    public List<FreeTime> times(String secret, FindTimes question) {
        return invitations.times(secret, question, TIMES_OFFERED);
    }

    /** Keeps a time for ten minutes; who comes second gets {@link SlotTaken} with three other times. */
    public Booked hold(String secret, SelfBooking chosen) {
        return orOthers(secret, chosen, () -> attempts.at(() -> invitations.hold(secret, chosen)));
    }

    /** Books and uses the link up; who comes second gets {@link SlotTaken} with three other times. */
    public Booked book(String secret, SelfBooking chosen) {
        return orOthers(secret, chosen, () -> attempts.at(() -> invitations.book(secret, chosen)));
    }

    private Booked orOthers(String secret, SelfBooking chosen, java.util.function.Supplier<Booked> change) {
        try {
            return change.get();
        } catch (SlotTaken taken) {
            throw new SlotTaken(invitations.times(secret, FindTimes.forPatient(null, null).needing(chosen.needs()), TIMES_AFTER_A_REFUSAL));
        }
    }
}
