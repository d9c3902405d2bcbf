package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;

/** The visits of a day with what the doctor wants to know before each: is the form there, is everything prepared, are results back. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class TodayService {

    /** Since when: in the house by the place, everywhere else by the state; here since the first of the two states of who is here. */
    private static final String DAY = """
            select a.id, a.status, a.patient_id, p.given_name || ' ' || p.family_name, v.name, a.starts_at, a.ends_at,
                   coalesce(l.since, (select t.since from appointment_since t where t.appointment_id = a.id and t.status = a.status), a.created_at),
                   coalesce((select string_agg(distinct n.name, ', ') from occupancy o join resource r on r.id = o.resource_id join resource_name n on n.id = r.id
                             where o.appointment_id = a.id and r.kind in ('PRACTITIONER', 'LOCATION')), ''),
                   f.response_id,
                   not exists (select from appointment_request q join order_interlock i on i.service_request_id = q.service_request_id where q.appointment_id = a.id)
                       and (a.screened_at is not null or not exists (select from visit_type_test t where t.visit_type = a.visit_type and t.test in ('CT', 'MRI'))),
                   (select count(*) from service_request s where s.response_id = f.response_id and s.status <> 'REVOKED' and not (s.id = any (f.orders))
                        and exists (select from diagnostic_report d where d.service_request_id = s.id)),
                   (select count(*) from service_request s where s.response_id = f.response_id and s.status <> 'REVOKED' and not (s.id = any (f.orders))),
                   l.place, (select min(t.since) from appointment_since t where t.appointment_id = a.id and t.status in ('ARRIVED', 'CHECKED_IN')
                             and a.status in ('ARRIVED', 'CHECKED_IN', 'FULFILLED')),
                   exists (select from occupancy o join staff_account s on s.practitioner_id = o.resource_id where o.appointment_id = a.id and s.username = ?3),
                   h.visits, h.last, h.missed, u.name
            from appointment a
            left join appointment_place l on l.appointment_id = a.id and a.status = 'CHECKED_IN'
            join patient p on p.id = a.patient_id
            join visit_type v on v.code = a.visit_type
            left join lateral (select (array_agg(s.response_id))[1] as response_id, array_agg(s.id) as orders from appointment_request q
                               join service_request s on s.id = q.service_request_id where q.appointment_id = a.id) f on true
            join lateral (select count(*) filter (where x.status = 'FULFILLED') as visits, max(x.starts_at) filter (where x.status = 'FULFILLED') as last,
                                 count(*) filter (where x.status = 'NOSHOW') as missed
                          from appointment x where x.patient_id = a.patient_id and x.starts_at < a.starts_at) h on true
            left join lateral (select d.id, d.prefix || ' ' || d.given_name || ' ' || d.family_name as name
                               from appointment x join occupancy o on o.appointment_id = x.id join practitioner d on d.id = o.resource_id and d.prefix is not null
                               where h.visits > 0 and x.patient_id = a.patient_id and x.status = 'FULFILLED' and x.starts_at < a.starts_at
                               group by d.id, d.prefix, d.given_name, d.family_name order by count(distinct x.id) desc, max(x.starts_at) desc limit 1) u
                on exists (select from occupancy o join practitioner d on d.id = o.resource_id and d.prefix is not null where o.appointment_id = a.id)
                   and not exists (select from occupancy o where o.appointment_id = a.id and o.resource_id = u.id)
            where a.starts_at >= cast(?1 as timestamptz) and a.starts_at < cast(?2 as timestamptz) and a.status <> 'CANCELLED' and a.expires_at is null
            order by a.starts_at, a.id""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** The visits of a day by start, without those called off; each one shown is logged. */
    public List<TodayVisit> day(LocalDate date) {
        List<TodayVisit> visits = Rows.of(entities.createNativeQuery(DAY)
                .setParameter(1, time.instantOf(date, LocalTime.MIDNIGHT).orElseThrow().toString())
                .setParameter(2, time.instantOf(date.plusDays(1), LocalTime.MIDNIGHT).orElseThrow().toString())
                .setParameter(3, session.getCallerPrincipal().getName())).stream()
                .map(row -> new TodayVisit(Rows.id(row[0]), AppointmentStatus.valueOf((String) row[1]), Rows.id(row[2]), (String) row[3], (String) row[4],
                        Rows.instant(row[5]), Rows.instant(row[6]), Rows.instant(row[7]), (String) row[8], Rows.id(row[9]), (Boolean) row[10],
                        Rows.number(row[11]), Rows.number(row[12]), (String) row[13], Rows.instant(row[14]), (Boolean) row[15],
                        new Familiarity(Rows.number(row[16]), Rows.instant(row[17]), Rows.number(row[18]), (String) row[19]))).toList();
        audit.viewed("Appointment", visits.stream().collect(Collectors.toMap(TodayVisit::appointmentId, TodayVisit::patientId, (one, same) -> one)));
        return visits;
    }

    /** The day on the clinic's wall. */
    public LocalDate today() {
        return time.today();
    }
}
