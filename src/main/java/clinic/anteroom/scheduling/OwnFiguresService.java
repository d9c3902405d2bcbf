package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import clinic.anteroom.access.StaffService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A doctor's own numbers; nobody reads a colleague's. They name no patient. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class OwnFiguresService {

    private static final String FIGURES = """
            with mine as (
                select f.id, f.response_id, f.status, f.decided_at, r.completed_at,
                       exists (select from test_flag_step m where m.test_flag_id = f.id and m.step = 'MODIFIED') as modified
                from test_flag f join questionnaire_response r on r.id = f.response_id
                where f.decided_by = ?1 and f.decided_at >= cast(?2 as timestamptz) and f.decided_at < cast(?3 as timestamptz)),
            cases as (select response_id, extract(epoch from max(decided_at) - min(completed_at)) as seconds from mine group by response_id),
            results as (select d.answered from diagnostic_report d
                        where d.reviewed_by = ?1 and d.reviewed_at >= cast(?2 as timestamptz) and d.reviewed_at < cast(?3 as timestamptz)),
            visits as (select a.status from appointment a
                       where a.starts_at >= cast(?2 as timestamptz) and a.starts_at < cast(?3 as timestamptz) and a.status in ('FULFILLED', 'NOSHOW')
                         and exists (select from occupancy o where o.appointment_id = a.id and o.resource_id = cast(?4 as uuid)))
            select (select count(*) from cases), (select percentile_cont(0.5) within group (order by seconds) from cases),
                   count(*) filter (where status = 'CONFIRMED' and not modified), count(*) filter (where status = 'CONFIRMED' and modified),
                   count(*) filter (where status = 'REJECTED'),
                   (select count(*) from results), (select count(*) from results where answered),
                   (select count(*) from visits where status = 'FULFILLED'), (select count(*) from visits where status = 'NOSHOW')
            from mine""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    StaffService staff;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** What the doctor who asks did on these days, both included; days in the wrong order are nothing at all. */
    public OwnFigures between(LocalDate from, LocalDate to) {
        String me = session.getCallerPrincipal().getName();
        UUID practitioner = staff.practitioner(me).orElse(null);
        Object[] row = Rows.of(entities.createNativeQuery(FIGURES).setParameter(1, me).setParameter(2, start(from).toString())
                .setParameter(3, start(to.plusDays(1)).toString()).setParameter(4, practitioner == null ? null : practitioner.toString())).get(0);
        Duration median = row[1] == null ? null : Duration.ofSeconds(Math.max(0, ((Number) row[1]).longValue()));
        return new OwnFigures(Rows.number(row[0]), median, Rows.number(row[2]), Rows.number(row[3]), Rows.number(row[4]), Rows.number(row[5]), Rows.number(row[6]),
                practitioner != null, Rows.number(row[7]), Rows.number(row[8]));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(time.zone()).toInstant();
    }
}
