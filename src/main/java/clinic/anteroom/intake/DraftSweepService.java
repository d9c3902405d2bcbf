package clinic.anteroom.intake;

import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes drafts that nobody went on with. A form that an emergency ever stopped is part of the record and stays, and so
 * does everything that was sent in.
 */
@Stateless
public class DraftSweepService {

    /** Any number will do, as long as nothing else locks it. */
    private static final long LOCK = 7_341_602_118L;

    @PersistenceContext
    private EntityManager entities;

    private ClinicTime time;
    private int days;

    /** For the container's proxy. */
    public DraftSweepService() {
    }

    /** @param days how long a draft is kept after its last page was saved, unless the clinic has set it; 1 or more */
    @Inject
    DraftSweepService(ClinicTime time, @ConfigProperty(name = "anteroom.intake.draft_days", defaultValue = "30") int days) {
        this.time = time;
        this.days = days;
    }

    DraftSweepService(EntityManager entities, ClinicTime time, int days) {
        this(time, days);
        this.entities = entities;
    }

    /**
     * Deletes the drafts that are too old. While another node does it, this one does nothing.
     *
     * @return how many were deleted
     */
    @PermitAll // Called by the timer, which has no caller; it deletes nothing that is not due.
    public int sweep() {
        Object mine = entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)").setParameter(1, LOCK).getSingleResult();
        if (!Boolean.TRUE.equals(mine)) {
            return 0;
        }
        return entities.createNativeQuery("""
                delete from questionnaire_response r where r.status = 'IN_PROGRESS' and r.saved_at < ?1
                and not exists (select from patient_call c where c.response_id = r.id)""")
                .setParameter(1, time.now().minus(Duration.ofDays(daysKept())).atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    private int daysKept() {
        List<?> set = entities.createNativeQuery("select value from clinic_setting where name = 'INTAKE_DRAFT_DAYS'").getResultList();
        return set.isEmpty() ? days : Integer.parseInt(set.get(0).toString());
    }
}
