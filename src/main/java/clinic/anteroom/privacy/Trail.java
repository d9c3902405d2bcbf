package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.scheduling.desk.VisitChange.Difference;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The trail as it is read: by patient, and by who looked. */
@ApplicationScoped
class Trail {

    /**
     * The rows of one request are one look. What could need a question is worked out from names, phones and mails: the house keeps no
     * record of who of the staff is whose relative. Of a visit it says what changed, of a note only that it did: the words stand in the record.
     */
    private static final String LOOKS = """
            with look as (
                select max(e.recorded_at) as at, e.agent, e.agent_role, e.carer_id, e.action, string_agg(distinct e.entity, ' ' order by e.entity) as kinds, array_agg(e.written_in) as written,
                       max(e.reason) as reason, max(e.origin) as origin, e.outcome
                from audit_event e
                where e.patient_id = ?1 and e.recorded_at >= ?2 and e.recorded_at < ?3
                group by coalesce(e.request_id, e.id), e.agent, e.agent_role, e.carer_id, e.action, e.outcome
                order by 1 desc limit ?4),
            different as materialized (
                select d.* from appointment v join visit_difference d on d.appointment_id = v.id where v.patient_id = ?1),
            about as (select p.id, lower(p.given_name || ' ' || p.family_name) as name, lower(p.family_name) as family, last_digits(p.phone) as phone,
                             lower(p.email) as email from patient p where p.id = ?1),
            account as (
                select s.username, s.display_name, lower(s.display_name) as lowered, lower(regexp_replace(s.display_name, '^.* ', '')) as family, o.phone, o.email
                from staff_account s
                left join lateral (select last_digits(q.phone) as phone, lower(q.email) as email from patient q
                                   where lower(q.family_name) = lower(regexp_replace(s.display_name, '^.* ', ''))
                                     and lower(s.display_name) like '%' || lower(q.given_name || ' ' || q.family_name) limit 1) o on true)
            select l.at, l.agent, coalesce(s.display_name, c.given_name || ' ' || c.family_name, l.agent), l.agent_role, l.action, l.kinds, l.reason, l.origin,
                   s.lowered like '%' || a.name,
                   s.family = a.family and (s.phone = a.phone or s.email = a.email),
                   s.family = a.family,
                   exists (select from account other where other.username <> l.agent and other.lowered like '%' || a.name),
                   l.agent_role not in ('PATIENT', 'CARER', 'PRIVACY_OFFICER')
                       and not exists (select from appointment v where v.patient_id = ?1 and v.status <> 'CANCELLED'
                                       and v.starts_at between l.at - interval '720 hours' and l.at + interval '720 hours')
                       and not exists (select from questionnaire_response f where f.patient_id = ?1
                                       and f.completed_at between l.at - interval '720 hours' and l.at + interval '720 hours'),
                   l.outcome = 'DENIED',
                   case when l.action = 'UPDATE' then coalesce((select cast(json_agg(json_build_array(d.what, case when d.what <> 'NOTE' then d.was end, case when d.what <> 'NOTE' then d.became end)
                       order by d.place) as text) from different d where d.written_in = any (l.written)), '[]') else '[]' end
            from look l
            left join account s on s.username = l.agent
            left join patient c on c.id = l.carer_id
            left join about a on true
            order by l.at desc, l.agent, l.action""";

    private static final String TOUCHED = """
            select e.patient_id, max(p.given_name || ' ' || p.family_name), count(*) filter (where e.action = 'VIEW'), count(*) filter (where e.action <> 'VIEW'),
                   min(e.recorded_at), max(e.recorded_at)
            from audit_event e left join patient p on p.id = e.patient_id
            where (e.agent = ?1 or ?1 = '') and e.recorded_at >= ?2 and e.recorded_at < ?3 and e.patient_id is not null
              and e.outcome = 'SUCCESS'
            group by e.patient_id order by max(e.recorded_at) desc, e.patient_id limit ?4""";

    private static final String REFUSED = """
            select e.recorded_at, e.agent, coalesce(s.display_name, e.agent), e.agent_role, e.action, e.entity, e.entity_id, e.patient_id,
                   p.given_name || ' ' || p.family_name, e.origin
            from audit_event e left join staff_account s on s.username = e.agent left join patient p on p.id = e.patient_id
            where e.outcome = 'DENIED' order by e.recorded_at desc, e.id limit ?1""";

    @PersistenceContext
    EntityManager entities;

    /** The newest first. */
    List<Look> looks(UUID patientId, TimeRange when, int atMost) {
        return Rows.of(entities.createNativeQuery(LOOKS).setParameter(1, patientId).setParameter(2, when.start().atOffset(ZoneOffset.UTC))
                .setParameter(3, when.end().atOffset(ZoneOffset.UTC)).setParameter(4, atMost)).stream().map(Trail::look).toList();
    }

    /** Whose records this account touched, the last touched first; an empty name is everybody. */
    List<Touched> touched(String agent, TimeRange when, int atMost) {
        return Rows.of(entities.createNativeQuery(TOUCHED).setParameter(1, agent).setParameter(2, when.start().atOffset(ZoneOffset.UTC))
                        .setParameter(3, when.end().atOffset(ZoneOffset.UTC)).setParameter(4, atMost)).stream()
                .map(row -> new Touched(Rows.id(row[0]), (String) row[1], Rows.number(row[2]), Rows.number(row[3]), Rows.instant(row[4]), Rows.instant(row[5]))).toList();
    }

    /** Looks that were refused, the newest first. */
    List<RefusedLook> refused(int atMost) {
        return Rows.of(entities.createNativeQuery(REFUSED).setParameter(1, atMost)).stream()
                .map(row -> new RefusedLook(Rows.instant(row[0]), (String) row[1], (String) row[2], (String) row[3], AuditedAction.valueOf((String) row[4]), (String) row[5],
                        Rows.id(row[6]), row[7] == null ? null : Rows.id(row[7]), (String) row[8], (String) row[9])).toList();
    }

    /** Every name the trail can hold for staff and programs, sorted. */
    @SuppressWarnings("unchecked")
    List<String> agents() {
        return entities.createNativeQuery("select username from staff_account union select 'client:' || client from access_token order by 1").getResultList();
    }

    private static Look look(Object[] row) {
        List<Look.Notice> notices = new ArrayList<>();
        boolean own = Boolean.TRUE.equals(row[8]);
        add(notices, own, Look.Notice.OWN);
        add(notices, !own && Boolean.TRUE.equals(row[9]), Look.Notice.RELATIVE);
        add(notices, !own && !Boolean.TRUE.equals(row[9]) && Boolean.TRUE.equals(row[10]), Look.Notice.SAME_NAME);
        boolean staff = !List.of("PATIENT", "CARER").contains((String) row[3]);
        add(notices, staff && Boolean.TRUE.equals(row[11]), Look.Notice.COLLEAGUE);
        add(notices, Boolean.TRUE.equals(row[12]), Look.Notice.NO_VISIT);
        add(notices, "BTG".equals(row[6]), Look.Notice.GLASS);
        add(notices, Boolean.TRUE.equals(row[13]), Look.Notice.REFUSED);
        return new Look(Rows.instant(row[0]), (String) row[1], (String) row[2], (String) row[3], AuditedAction.valueOf((String) row[4]),
                List.of(((String) row[5]).split(" ")), (String) row[6], (String) row[7], notices,
                Difference.read((String) row[14]));
    }

    private static void add(List<Look.Notice> notices, boolean holds, Look.Notice notice) {
        if (holds) {
            notices.add(notice);
        }
    }
}
