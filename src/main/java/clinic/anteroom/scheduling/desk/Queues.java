package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/** Queues beside the board; one query each. */
@ApplicationScoped
class Queues {

    private static final String ROW = """
            select a.id, a.version, a.patient_id, p.given_name || ' ' || p.family_name, p.birth_date, p.phone, a.visit_type, k.name, a.starts_at,
                   %s, %s, %s, %s, q.answer, visit_reference(a.id)
            from appointment a join patient p on p.id = a.patient_id join visit_type k on k.code = a.visit_type
            left join visit_answer q on q.appointment_id = a.id
            """;

    private static final String PLAIN = ROW.formatted("cast(null as timestamptz)", "false", "0", "0");

    private static final String WAITING = ROW.formatted("w.created_at", "w.urgent", "w.lead_hours",
            "(select count(*) from wait_list_offer o where o.entry_id = w.id)") + """
            join wait_list_entry w on w.appointment_id = a.id and w.status = 'WAITING'
            where a.status = 'BOOKED' and a.starts_at > cast(?1 as timestamptz)
              and (?2 = '' or a.visit_type = ?2 and a.starts_at > cast(?3 as timestamptz)
                   and cast(?3 as timestamptz) >= cast(?1 as timestamptz) + make_interval(hours => w.lead_hours))
            order by w.urgent desc, w.created_at, w.id
            limit 60""";

    private static final String BETWEEN = PLAIN + """
            where a.status = 'BOOKED' and a.starts_at >= cast(?1 as timestamptz) and a.starts_at < cast(?2 as timestamptz)
              and (?3 = false or coalesce(q.answer, '') <> 'CONFIRMED')
            order by a.starts_at, a.id
            limit 120""";

    private static final String MISSED = PLAIN + """
            where a.status = 'NOSHOW' and a.starts_at >= cast(?1 as timestamptz) and a.starts_at < cast(?2 as timestamptz)
            order by a.starts_at, a.id
            limit 120""";

    private static final String AWAY = PLAIN + """
            where a.status = 'BOOKED' and a.expires_at is null and a.ends_at > cast(?1 as timestamptz)
              and exists (select from occupancy o join absence b on b.resource_id = o.resource_id and b.during && o.during
                          where o.appointment_id = a.id and o.live and b.visit_type is null and upper(b.during) > cast(?1 as timestamptz))
            order by a.starts_at, a.id
            limit 120""";

    @PersistenceContext
    EntityManager entities;

    /** Who waits for an earlier time: all, or those who could take the one that is free. Urgent first, then the longest wait. */
    List<QueueRow> waiting(Instant now, String visitType, Instant freed) {
        return rows(entities.createNativeQuery(WAITING).setParameter(1, now.toString())
                .setParameter(2, visitType == null ? "" : visitType).setParameter(3, (freed == null ? now : freed).toString()));
    }

    /** Booked visits that begin in the window; {@code unconfirmed} leaves out who said yes. */
    List<QueueRow> between(Instant from, Instant until, boolean unconfirmed) {
        return rows(entities.createNativeQuery(BETWEEN).setParameter(1, from.toString()).setParameter(2, until.toString()).setParameter(3, unconfirmed));
    }

    /** Visits that began in the window and whose patients did not come. */
    List<QueueRow> missed(Instant from, Instant until) {
        return rows(entities.createNativeQuery(MISSED).setParameter(1, from.toString()).setParameter(2, until.toString()));
    }

    /** Visits to come in whose time somebody or something that they need is away, the next one first. */
    List<QueueRow> away(Instant now) {
        return rows(entities.createNativeQuery(AWAY).setParameter(1, now.toString()));
    }

    private static List<QueueRow> rows(Query query) {
        return Rows.of(query).stream().map(row -> new QueueRow(Rows.id(row[0]), Rows.number(row[1]), Rows.id(row[2]), (String) row[3], Rows.date(row[4]),
                (String) row[5], (String) row[6], (String) row[7], Rows.instant(row[8]), Rows.instant(row[9]), (Boolean) row[10], Rows.number(row[11]),
                Rows.number(row[12]), (String) row[13], (String) row[14])).toList();
    }
}
