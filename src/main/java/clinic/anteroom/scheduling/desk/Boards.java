package clinic.anteroom.scheduling.desk;

import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.JsonText;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads boards: everything of some days in one statement, as one document. */
@ApplicationScoped
class Boards {

    private static final String ALL = """
            with days as (select cast(?1 as timestamptz) as starts, cast(?2 as timestamptz) as ends, cast(?3 as date) as first, cast(?4 as date) as last),
            shown as (
                select r.id, r.kind, n.name from resource r join resource_name n on n.id = r.id
                where r.kind <> 'PATIENT' and exists (select from resource_capability c where c.resource_id = r.id)),
            taken as (
                select o.appointment_id, o.resource_id, o.phase, o.seat, o.during, m.during as inside,
                       (select f.name from visit_phase f where f.visit_type = a.visit_type and f.ordinal = o.phase) as name
                from days cross join lateral taken_between(days.starts, days.ends) o
                join appointment a on a.id = o.appointment_id and a.patient_id <> o.resource_id and (a.expires_at is null or a.expires_at > now())
                join occupancy m on m.appointment_id = o.appointment_id and m.phase = o.phase and m.resource_id = a.patient_id),
            visit as (
                select a.*, p.given_name, p.family_name, p.birth_date, p.phone
                from appointment a join patient p on p.id = a.patient_id
                where cast(?5 as boolean) and a.id in (select appointment_id from taken))
            select cast(json_build_object(
                'columns', (select json_agg(json_build_array(id, kind, name)
                                order by case kind when 'PRACTITIONER' then 1 when 'LOCATION' then 2 else 3 end,
                                         case kind when 'PRACTITIONER' then substring(name from '[^ ]+$') end, name, id) from shown),
                'weekly', (select json_agg(json_build_array(resource_id, weekday, opens, closes, valid_from, valid_to)) from opening),
                'kept', (select json_agg(json_build_array(resource_id, weekday, opens, closes, valid_from, valid_to, visit_type)) from reserved_time),
                'exceptions', (select json_agg(json_build_array(resource_id, on_date, opens, closes)) from opening_exception, days
                               where on_date between days.first and days.last),
                'closures', (select json_agg(json_build_array(from_date, to_date, name) order by from_date) from closure, days
                             where from_date <= days.last and to_date >= days.first),
                'away', (select json_agg(json_build_array(id, resource_id, extract(epoch from lower(during)), extract(epoch from upper(during)), visit_type, reason))
                         from absence, days where during && tstzrange(days.starts, days.ends)),
                'notes', (select json_agg(json_build_array(id, words, by_whom) order by at) from day_note, days where on_date = days.first and done_at is null),
                'groups', (select json_agg(json_build_array(g.id, g.name, (select json_agg(m.resource_id) from board_group_member m where m.group_id = g.id))
                               order by g.name) from board_group g),
                'visits', (select json_agg(json_build_object(
                        'id', v.id, 'version', v.version, 'patient', v.patient_id, 'given', v.given_name, 'family', v.family_name, 'born', v.birth_date, 'phone', v.phone,
                        'type', v.visit_type, 'name', k.name, 'status', v.status, 'starts', extract(epoch from v.starts_at), 'ends', extract(epoch from v.ends_at),
                        'phases', (select count(*) from visit_phase f where f.visit_type = v.visit_type),
                        'held', extract(epoch from v.expires_at), 'since', extract(epoch from s.since), 'place', w.place, 'placeSince', extract(epoch from w.since),
                        'answer', q.answer, 'note', n.words, 'alert', l.words, 'interpreter', v.interpreter, 'mobility', v.mobility,
                        'overbooked', v.overbooked_because is not null, 'due', k.screening is not null and v.screened_at is null,
                        'missing', (select string_agg(distinct i.interlock, ',') from appointment_request r join order_interlock i
                                    on i.service_request_id = r.service_request_id where r.appointment_id = v.id),
                        'noShows', (select count(*) from appointment x where x.patient_id = v.patient_id and x.status = 'NOSHOW'),
                        'first', not exists (select from appointment x where x.patient_id = v.patient_id and x.live and x.starts_at < v.starts_at),
                        'waiting', exists (select from wait_list_entry e where e.appointment_id = v.id and e.status = 'WAITING'),
                        'reference', visit_reference(v.id)))
                    from visit v join visit_type k on k.code = v.visit_type
                    left join appointment_since s on s.appointment_id = v.id and s.status = v.status
                    left join appointment_place w on w.appointment_id = v.id
                    left join visit_answer q on q.appointment_id = v.id
                    left join visit_note n on n.appointment_id = v.id
                    left join patient_alert l on l.patient_id = v.patient_id),
                'bars', (select json_agg(json_build_array(appointment_id, resource_id, phase, seat, name,
                                extract(epoch from lower(inside)), extract(epoch from upper(inside)),
                                extract(epoch from lower(during)), extract(epoch from upper(during)))
                                order by lower(during), appointment_id, phase) from taken)
            ) as text)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    /** Whose public holidays are kept: CA-ON, or anything else for none. */
    @Inject
    @ConfigProperty(name = "anteroom.holidays", defaultValue = "CA-ON")
    String holidays;

    /** The days from {@code from} on, with everything about the visits; one statement. */
    Board of(LocalDate from, int days) {
        return of(from, days, true);
    }

    /** The days without a name on them: bars only, for who only looks how full they are. */
    Board nameless(LocalDate from, int days) {
        return of(from, days, false);
    }

    private Board of(LocalDate from, int days, boolean names) {
        LocalDate last = from.plusDays(days - 1L);
        TimeRange whole = new TimeRange(new ClinicDay(from, time.zone()).whole().start(), new ClinicDay(last, time.zone()).whole().end());
        String document = (String) entities.createNativeQuery(ALL)
                .setParameter(1, whole.start().toString())
                .setParameter(2, whole.end().toString())
                .setParameter(3, from.toString())
                .setParameter(4, last.toString())
                .setParameter(5, names)
                .getSingleResult();
        return new BoardReader(JsonText.object(document), time.zone(), holidays.equals("CA-ON")).read(from, days, whole);
    }
}
