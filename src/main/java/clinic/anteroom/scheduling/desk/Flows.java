package clinic.anteroom.scheduling.desk;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the flow of a day: one statement, one document. */
@ApplicationScoped
class Flows {

    /** Live visits hold what is in them; those that do not live any more keep their rows, so that they still say with whom they were. */
    private static final String DAY = """
            with visit as (
                select a.*, p.given_name, p.family_name, k.name as kind_name
                from appointment a join patient p on p.id = a.patient_id join visit_type k on k.code = a.visit_type
                where a.starts_at >= cast(?1 as timestamptz) and a.starts_at < cast(?2 as timestamptz)
                  and a.expires_at is null and coalesce(a.cancel_reason, '') not in ('HOLD_EXPIRED', 'HOLD_RELEASED'))
            select cast(json_build_object(
                'columns', (select json_agg(json_build_array(r.id, r.kind, n.name, l.part_of)
                                order by case r.kind when 'PRACTITIONER' then 1 when 'LOCATION' then 2 else 3 end,
                                         case r.kind when 'PRACTITIONER' then substring(n.name from '[^ ]+$') end, n.name, r.id)
                            from resource r join resource_name n on n.id = r.id left join location l on l.id = r.id
                            where r.kind <> 'PATIENT' and exists (select from resource_capability c where c.resource_id = r.id)),
                'sites', (select json_agg(json_build_array(s.id, 'LOCATION', s.name, null) order by s.name, s.id)
                          from location s where s.part_of is null and exists (select from location room where room.part_of = s.id)),
                'visits', (select json_agg(json_build_object(
                        'id', v.id, 'version', v.version, 'patient', v.patient_id, 'given', v.given_name, 'family', v.family_name, 'reference', visit_reference(v.id),
                        'name', v.kind_name, 'status', v.status, 'place', w.place, 'starts', extract(epoch from v.starts_at), 'ends', extract(epoch from v.ends_at),
                        'since', extract(epoch from coalesce(w.since, s.since, v.created_at)),
                        'came', extract(epoch from coalesce(y.opened_at, (select min(t.since) from appointment_since t where t.appointment_id = v.id
                                                                        and t.status in ('ARRIVED', 'CHECKED_IN') and v.status in ('ARRIVED', 'CHECKED_IN', 'FULFILLED')))),
                        'left', extract(epoch from case when v.status = 'FULFILLED' then coalesce(y.closed_at, s.since) end), 'reason', v.cancel_reason,
                        'with', (select json_agg(json_build_array(d.id, d.kind, d.name, d.part_of) order by d.rank, d.name)
                                 from (select distinct r.id, r.kind, n.name, coalesce(l.part_of, h.part_of) as part_of,
                                              case r.kind when 'PRACTITIONER' then 1 when 'LOCATION' then 2 else 3 end as rank
                                       from occupancy o join resource r on r.id = o.resource_id and r.kind <> 'PATIENT' join resource_name n on n.id = r.id
                                       left join location l on l.id = r.id left join device m on m.id = r.id left join location h on h.id = m.location_id
                                       where o.appointment_id = v.id) d),
                        'by', c.agent, 'at', extract(epoch from c.at))
                        order by v.starts_at, v.id)
                    from visit v
                    left join appointment_since s on s.appointment_id = v.id and s.status = v.status
                    left join appointment_place w on w.appointment_id = v.id and v.status = 'CHECKED_IN'
                    left join stay_visit z on z.appointment_id = v.id left join stay y on y.id = z.stay_id
                    left join lateral (select d.at, (select e.agent from audit_event e where e.written_in = d.written_in and e.entity_id = v.id limit 1) as agent
                                       from visit_change d where d.appointment_id = v.id order by d.id desc limit 1) c on true)
            ) as text)""";

    @PersistenceContext
    EntityManager entities;

    /** The day; nothing on it is logged yet. */
    Flow of(TimeRange day) {
        String document = (String) entities.createNativeQuery(DAY).setParameter(1, day.start().toString()).setParameter(2, day.end().toString()).getSingleResult();
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            JsonObject all = reader.readObject();
            return new Flow(things(all, "columns"), things(all, "sites"), list(all, "visits").stream().map(row -> row(row.asJsonObject())).toList());
        }
    }

    private static Flow.Row row(JsonObject row) {
        return new Flow.Row(UUID.fromString(row.getString("id")), row.getInt("version"), UUID.fromString(row.getString("patient")), row.getString("given"), row.getString("family"),
                row.getString("reference"), row.getString("name"), AppointmentStatus.valueOf(row.getString("status")), row.getString("place", null),
                moment(row, "starts"), moment(row, "ends"), moment(row, "since"), moment(row, "came"), moment(row, "left"), row.getString("reason", null),
                things(row, "with"), row.getString("by", null), moment(row, "at"));
    }

    private static List<Flow.Thing> things(JsonObject from, String name) {
        return list(from, name).stream().map(JsonValue::asJsonArray)
                .map(one -> new Flow.Thing(id(one, 0), one.getString(1), one.getString(2), one.isNull(3) ? null : id(one, 3))).toList();
    }

    private static List<JsonValue> list(JsonObject from, String name) {
        return from.isNull(name) ? List.of() : from.getJsonArray(name);
    }

    private static UUID id(JsonArray row, int at) {
        return UUID.fromString(row.getString(at));
    }

    private static Instant moment(JsonObject row, String name) {
        return row.isNull(name) ? null : Instant.ofEpochMilli(((JsonNumber) row.get(name)).bigDecimalValue().movePointRight(3).longValue());
    }
}
