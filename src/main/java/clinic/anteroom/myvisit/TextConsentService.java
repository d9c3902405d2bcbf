package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a patient wants reminders as text messages. Nothing is texted without a yes, which is kept with its words. */
@Stateless
@PermitAll // The key of the session is the proof.
public class TextConsentService {

    private static final String ENTITY = "Consent";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Proofs proofs;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** The phone that texts would go to, its last four digits; empty if the clinic knows none. */
    public Optional<String> phone(String key) {
        if (!proofs.of(key).everything()) {
            return Optional.empty();
        }
        List<?> found = entities.createNativeQuery("select right(regexp_replace(phone, '\\D', '', 'g'), 4) from patient where id = ?1 and phone is not null")
                .setParameter(1, proofs.of(key).patientId()).getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    /** Whether there is a yes now. */
    public boolean isAgreed(String key) {
        return !entities.createNativeQuery("select 1 from channel_consent where patient_id = ?1 and ended_at is null")
                .setParameter(1, proofs.of(key).patientId()).getResultList().isEmpty();
    }

    /** Says yes to these words; saying it twice is one yes. */
    public void agree(String key, String wording) {
        UUID patientId = proofs.everythingOf(key);
        entities.createNativeQuery("""
                        insert into channel_consent (id, patient_id, channel, wording, agreed_at) values (?1, ?2, 'SMS', ?3, cast(?4 as timestamptz))
                        on conflict (patient_id, channel) where ended_at is null do nothing""")
                .setParameter(1, NewId.next()).setParameter(2, patientId).setParameter(3, wording).setParameter(4, time.now().toString()).executeUpdate();
        audit.record(AuditedAction.CREATE, ENTITY, null, patientId);
    }

    /** Takes it back; texts that wait do not leave. */
    public void stop(String key) {
        UUID patientId = proofs.everythingOf(key);
        entities.createNativeQuery("update channel_consent set ended_at = cast(?2 as timestamptz) where patient_id = ?1 and ended_at is null")
                .setParameter(1, patientId).setParameter(2, time.now().toString()).executeUpdate();
        audit.record(AuditedAction.UPDATE, ENTITY, null, patientId);
    }
}
