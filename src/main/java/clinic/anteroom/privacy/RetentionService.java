package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which records have been kept long enough: ten years from the last entry, and for who was a minor ten years from the eighteenth birthday
 * (O. Reg. 114/94, s. 19). It lists and destroys nothing.
 */
@Stateless
@RolesAllowed(Roles.PRIVACY_OFFICER)
public class RetentionService {

    static final int YEARS_AFTER_THE_LAST_ENTRY = 10;
    static final int AGE_AT_LEAST = 28;
    private static final int SHOWN = 500;

    private static final String DUE = """
            select p.id, p.given_name || ' ' || p.family_name, p.birth_date, l.at
            from patient p
            cross join lateral (select greatest(p.created_at,
                (select max(a.ends_at) from appointment a where a.patient_id = p.id),
                (select max(f.completed_at) from questionnaire_response f where f.patient_id = p.id),
                (select max(s.authored_on) from service_request s where s.patient_id = p.id),
                (select max(r.recorded_at) from diagnostic_report r where r.patient_id = p.id),
                (select max(m.written_at) from visit_message m where m.patient_id = p.id),
                (select max(d.written_at) from diary_entry d where d.patient_id = p.id),
                (select max(e.recorded_at) from audit_event e where e.patient_id = p.id and e.action <> 'VIEW' and e.outcome = 'SUCCESS')) as at) l
            where p.birth_date <= cast(?1 as date) and l.at < ?2
            order by l.at, p.id limit ?3""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** The longest over first, at most 500; each is logged as seen. */
    public List<DueRecord> due() {
        LocalDate today = time.today();
        List<DueRecord> due = Rows.of(entities.createNativeQuery(DUE).setParameter(1, today.minusYears(AGE_AT_LEAST).toString())
                        .setParameter(2, time.instantOf(today.minusYears(YEARS_AFTER_THE_LAST_ENTRY), LocalTime.MIDNIGHT).orElseThrow().atOffset(ZoneOffset.UTC))
                        .setParameter(3, SHOWN)).stream()
                .map(row -> new DueRecord(Rows.id(row[0]), (String) row[1], Rows.date(row[2]), Rows.instant(row[3]))).toList();
        audit.viewed("Patient", due.stream().collect(Collectors.toMap(DueRecord::patientId, DueRecord::patientId)));
        return due;
    }
}
