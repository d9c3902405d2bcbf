package clinic.anteroom.intake;

import clinic.anteroom.directory.AccessNeeds;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What was told on a form about contact and help; once the form is sent in it is known of the patient as well. */
@ApplicationScoped
class NeedsTold {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PatientService patients;

    /** For the container's proxy. */
    protected NeedsTold() {
    }

    NeedsTold(EntityManager entities) {
        this.entities = entities;
    }

    void keep(UUID responseId, AccessNeeds told, Instant now) {
        entities.createNativeQuery("""
                insert into intake_needs (response_id, contact_by, best_times, interpreter, needs, words, saved_at)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (response_id) do update set contact_by = excluded.contact_by,
                best_times = excluded.best_times, interpreter = excluded.interpreter, needs = excluded.needs, words = excluded.words,
                saved_at = excluded.saved_at""")
                .setParameter(1, responseId).setParameter(2, told.contactBy() == null ? null : told.contactBy().name())
                .setParameter(3, AccessNeeds.codesOf(told.times())).setParameter(4, told.interpreter())
                .setParameter(5, AccessNeeds.codesOf(told.needs())).setParameter(6, told.words())
                .setParameter(7, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Empty if the page was never saved. */
    Optional<AccessNeeds> of(UUID responseId) {
        return Rows.of(entities.createNativeQuery("select contact_by, best_times, interpreter, needs, words from intake_needs where response_id = ?1")
                        .setParameter(1, responseId)).stream()
                .map(row -> AccessNeeds.of((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4])).findFirst();
    }

    void on(@Observes IntakeCompleted sent) {
        of(sent.responseId()).ifPresent(told -> patients.tell(sent.patientId(), told));
    }
}
