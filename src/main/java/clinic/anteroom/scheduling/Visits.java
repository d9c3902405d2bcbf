package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.shared.JsonText;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stored visits, read for the outside: one query a page. */
@ApplicationScoped
class Visits {

    /** What is not asked is the empty text, which changes nothing. A hold that has ended is as good as cancelled. */
    private static final String PAGE = """
            select a.id, case when a.expires_at <= now() then 'CANCELLED' else a.status end, a.patient_id, a.visit_type, v.name, a.starts_at, a.ends_at, a.version, a.created_at,
                   case when a.expires_at <= now() then 'HOLD_EXPIRED' else a.cancel_reason end,
                   cast(coalesce((select json_agg(json_build_object('id', w.id, 'kind', w.kind, 'name', w.name) order by w.rank, w.name, w.id)
                             from (select distinct r.id, r.kind, n.name, case r.kind when 'PRACTITIONER' then 1 when 'LOCATION' then 2 else 3 end as rank
                                   from occupancy o join resource r on r.id = o.resource_id join resource_name n on n.id = r.id
                                   where o.appointment_id = a.id and r.kind <> 'PATIENT') w), '[]') as text),
                   coalesce((select string_agg(cast(q.service_request_id as text), ',' order by q.service_request_id)
                             from appointment_request q where q.appointment_id = a.id), ''),
                   count(*) over ()
            from appointment a join visit_type v on v.code = a.visit_type
            where a.id = coalesce(cast(nullif(?1, '') as uuid), a.id)
              and a.patient_id = coalesce(cast(nullif(?2, '') as uuid), a.patient_id)
              and (?3 = '' or exists (select from occupancy o where o.appointment_id = a.id and o.resource_id = cast(nullif(?3, '') as uuid)))
              and a.starts_at >= coalesce(cast(nullif(?4, '') as timestamptz), '-infinity')
              and a.starts_at < coalesce(cast(nullif(?5, '') as timestamptz), 'infinity')
              and (?6 = '' or case when a.expires_at <= now() then 'CANCELLED' else a.status end = any (string_to_array(?6, ',')))
              and a.visit_type = coalesce(nullif(?7, ''), a.visit_type)
            order by a.starts_at, a.id""";

    @PersistenceContext
    EntityManager entities;

    /** The page; a page behind the last one has no total. */
    VisitPage page(VisitQuery query) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery(PAGE)
                .setParameter(1, Objects.toString(query.id(), ""))
                .setParameter(2, Objects.toString(query.patientId(), ""))
                .setParameter(3, Objects.toString(query.resourceId(), ""))
                .setParameter(4, Objects.toString(query.from(), ""))
                .setParameter(5, Objects.toString(query.until(), ""))
                .setParameter(6, query.statuses().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .setParameter(7, Objects.toString(query.visitType(), ""))
                .setFirstResult(query.offset())
                .setMaxResults(query.atMost()));
        return new VisitPage(rows.isEmpty() ? 0 : Rows.number(rows.get(0)[12]), rows.stream().map(Visits::visit).toList());
    }

    private static Visit visit(Object[] row) {
        String orders = (String) row[11];
        return new Visit(Rows.id(row[0]), AppointmentStatus.valueOf((String) row[1]), Rows.id(row[2]), (String) row[3], (String) row[4],
                Rows.instant(row[5]), Rows.instant(row[6]), Rows.number(row[7]), Rows.instant(row[8]), (String) row[9], with((String) row[10]),
                orders.isEmpty() ? List.of() : List.of(orders.split(",")).stream().map(UUID::fromString).toList());
    }

    private static List<Booked.With> with(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(one -> new Booked.With(UUID.fromString(one.getString("id")), ResourceKind.valueOf(one.getString("kind")), one.getString("name")))
                .toList();
    }
}
