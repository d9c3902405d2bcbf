package clinic.anteroom.myvisit;

import clinic.anteroom.access.OnBehalf;
import clinic.anteroom.scheduling.PatientBookingService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is behind the key of a session, and what they may. */
@ApplicationScoped
@Transactional
class Proofs {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Sessions sessions;

    @Inject
    Invitations invitations;

    @Inject
    Authorities authorities;

    @Inject
    VisitAnswers answers;

    @Inject
    OnBehalf behalf;

    @Inject
    PatientBookingService booking;

    @Inject
    ClinicTime time;

    /**
     * A patient who has proved who it is, or for whom somebody else may act.
     *
     * @param patientId  never null
     * @param carerId    who acts; null for the patient
     * @param everything whether more than visits may be seen and done
     * @param invited   whether what was ordered may be booked
     * @param review    code of the talk that was given along; null for none
     */
    record Proof(UUID patientId, UUID carerId, boolean everything, boolean invited, String review) {

        boolean isActing() {
            return carerId != null;
        }
    }

    /** Refuses with {@link SessionEnded} a key that opens nothing, and a right to act that is over. The trail then names who acts. */
    public Proof of(String key) {
        Instant now = time.now();
        UUID holder = sessions.holderOf(key, now).orElseThrow(SessionEnded::new);
        if (Sessions.own(key).equals(key)) {
            return proof(holder, null, true, now);
        }
        Authority right = Sessions.right(key).flatMap(id -> authorities.usable(id, holder, now)).orElseThrow(SessionEnded::new);
        return proof(right.patientId(), holder, right.scope() == Authority.Scope.EVERYTHING, now);
    }

    private Proof proof(UUID patientId, UUID carerId, boolean everything, Instant now) {
        behalf.by(carerId);
        Optional<Invitation> invitation = invitations.newest(patientId, now).filter(Invitation::open);
        return new Proof(patientId, carerId, everything, invitation.isPresent(), invitation.map(Invitation::review).orElse(null));
    }

    /** The patient, for what is more than visits. Refuses with {@link AuthorityRefused} who may act for visits only. */
    public UUID everythingOf(String key) {
        Proof proof = of(key);
        if (!proof.everything()) {
            throw AuthorityRefused.notAllowed();
        }
        return proof.patientId();
    }

    /** Keeps what was asked for and what was answered; when nothing ordered is left to book, the invitation is used up. */
    public void booked(UUID patientId, List<UUID> appointmentIds, BookingWish wish) {
        for (UUID id : appointmentIds) {
            answers.keep(id, wish.answers(), time.now());
            entities.createNativeQuery("""
                            insert into visit_need (appointment_id, language, interpreter, companion, wheelchair, help, words)
                            values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7) on conflict (appointment_id) do nothing""")
                    .setParameter(1, id.toString()).setParameter(2, wish.language()).setParameter(3, wish.interpreter())
                    .setParameter(4, wish.companion()).setParameter(5, wish.wheelchair()).setParameter(6, wish.help())
                    .setParameter(7, wish.words() == null || wish.words().isBlank() ? null : wish.words().strip()).executeUpdate();
        }
        if (booking.ordered(patientId, true, null).isEmpty()) {
            invitations.close(patientId, "BOOKED");
        }
    }
}
