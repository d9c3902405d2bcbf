package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.PatientBookingService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
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
    PatientBookingService booking;

    @Inject
    ClinicTime time;

    /**
     * A patient who has proved who it is.
     *
     * @param patientId never null
     * @param invited   whether what was ordered may be booked
     * @param review    code of the talk that was given along; null for none
     */
    record Proof(UUID patientId, boolean invited, String review) {
    }

    /** Refuses with {@link SessionEnded} a key that opens nothing. */
    public Proof of(String key) {
        UUID patientId = sessions.patientOf(key, time.now()).orElseThrow(SessionEnded::new);
        Optional<Invitation> invitation = invitations.newest(patientId, time.now()).filter(Invitation::open);
        return new Proof(patientId, invitation.isPresent(), invitation.map(Invitation::review).orElse(null));
    }

    /** Keeps what was asked for; when nothing ordered is left to book, the invitation is used up. */
    public void booked(UUID patientId, List<UUID> appointmentIds, BookingWish wish) {
        for (UUID id : appointmentIds) {
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
