package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the desk writes: notes, alerts, answers, places, blocked time, saved columns. */
@ApplicationScoped
class Papers {

    /**
     * The trail says who, the differences say what, and the transaction that wrote both puts them together.
     */
    private static final String CHANGES = """
            with visit as (select id, patient_id from appointment where id = cast(?1 as uuid)),
            done as (
                select d.written_in, min(d.at) as at, json_agg(json_build_array(d.what, d.was, d.became) order by d.place) as what
                from visit join visit_difference d on d.appointment_id = visit.id group by d.written_in),
            seen as (
                select distinct on (e.written_in) e.written_in, e.recorded_at, e.agent, e.agent_role, e.action = 'CREATE' as created
                from visit join audit_event e on e.patient_id = visit.patient_id and e.entity = 'Appointment' and e.entity_id = visit.id
                where e.action in ('CREATE', 'UPDATE') and e.outcome = 'SUCCESS' order by e.written_in, e.action)
            select coalesce(s.recorded_at, d.at) as at, s.agent, s.agent_role, coalesce(s.created, false), cast(coalesce(d.what, '[]') as text)
            from seen s full join done d on d.written_in = s.written_in
            order by 1 desc, coalesce(s.written_in, d.written_in) desc limit 40""";

    @PersistenceContext
    EntityManager entities;

    /** Puts the words on the visit, or takes them off if there are none. */
    void note(UUID visit, String words, String by, Instant now) {
        put("visit_note", "appointment_id", "words", visit, words, by, "at", now);
    }

    /** Puts the words on the patient, or takes them off if there are none. */
    void alert(UUID patient, String words, String by, Instant now) {
        put("patient_alert", "patient_id", "words", patient, words, by, "at", now);
    }

    /** What the patient said; null takes it back. */
    void answer(UUID visit, String answer, String by, Instant now) {
        put("visit_answer", "appointment_id", "answer", visit, answer, by, "at", now);
    }

    /** Where the patient is; null for back to the waiting room. */
    void place(UUID visit, String place, String by, Instant now) {
        put("appointment_place", "appointment_id", "place", visit, place, by, "since", now);
    }

    private void put(String table, String key, String column, UUID id, String value, String by, String when, Instant now) {
        if (value == null) {
            entities.createNativeQuery("delete from " + table + " where " + key + " = cast(?1 as uuid)").setParameter(1, id.toString()).executeUpdate();
            return;
        }
        entities.createNativeQuery("insert into " + table + " (" + key + ", " + column + ", by_whom, " + when + ") "
                        + "values (cast(?1 as uuid), ?2, ?3, cast(?4 as timestamptz)) on conflict (" + key + ") do update set "
                        + column + " = excluded." + column + ", by_whom = excluded.by_whom, " + when + " = excluded." + when)
                .setParameter(1, id.toString()).setParameter(2, value).setParameter(3, by).setParameter(4, now.toString()).executeUpdate();
    }

    void pin(LocalDate date, String words, String by, Instant now) {
        entities.createNativeQuery("insert into day_note (id, on_date, words, by_whom, at) values (cast(?1 as uuid), cast(?2 as date), ?3, ?4, cast(?5 as timestamptz))")
                .setParameter(1, NewId.next().toString()).setParameter(2, date.toString()).setParameter(3, words).setParameter(4, by)
                .setParameter(5, now.toString()).executeUpdate();
    }

    void unpin(UUID note, Instant now) {
        entities.createNativeQuery("update day_note set done_at = cast(?2 as timestamptz) where id = cast(?1 as uuid) and done_at is null")
                .setParameter(1, note.toString()).setParameter(2, now.toString()).executeUpdate();
    }

    void block(BlockTime command, String by) {
        for (UUID resource : command.resources()) {
            entities.createNativeQuery("""
                            insert into absence (id, resource_id, during, visit_type, reason, by_whom)
                            values (cast(?1 as uuid), cast(?2 as uuid), tstzrange(cast(?3 as timestamptz), cast(?4 as timestamptz), '[)'), nullif(?5, ''), ?6, ?7)""")
                    .setParameter(1, NewId.next().toString()).setParameter(2, resource.toString()).setParameter(3, command.when().start().toString())
                    .setParameter(4, command.when().end().toString()).setParameter(5, Objects.toString(command.visitType(), ""))
                    .setParameter(6, command.reason()).setParameter(7, by).executeUpdate();
        }
    }

    /** Who changed what of the visit and when, the newest first; at most forty. */
    List<VisitChange> changes(UUID visit) {
        return Rows.of(entities.createNativeQuery(CHANGES).setParameter(1, visit.toString())).stream()
                .map(row -> new VisitChange(Rows.instant(row[0]), (String) row[1], (String) row[2], (Boolean) row[3], VisitChange.Difference.read((String) row[4]))).toList();
    }

    /** What the desk has blocked of somebody or something and is not over, by its beginning. A doctor's own absence is the doctor's to take back. */
    List<BlockedTime> blocked(UUID resource, Instant now) {
        return Rows.of(entities.createNativeQuery("""
                        select a.id, lower(a.during), upper(a.during), k.name, a.reason from absence a left join visit_type k on k.code = a.visit_type
                        where a.resource_id = cast(?1 as uuid) and a.reason_code is null and upper(a.during) > cast(?2 as timestamptz)
                        order by lower(a.during), a.id""").setParameter(1, resource.toString()).setParameter(2, now.toString())).stream()
                .map(row -> new BlockedTime(Rows.id(row[0]), Rows.range(row[1], row[2]), (String) row[3], (String) row[4])).toList();
    }

    void unblock(UUID block) {
        entities.createNativeQuery("delete from absence where id = cast(?1 as uuid) and reason_code is null").setParameter(1, block.toString()).executeUpdate();
    }

    void group(String name, List<UUID> columns) {
        entities.createNativeQuery("delete from board_group where name = ?1").setParameter(1, name).executeUpdate();
        UUID id = NewId.next();
        entities.createNativeQuery("insert into board_group (id, name) values (cast(?1 as uuid), ?2)").setParameter(1, id.toString()).setParameter(2, name)
                .executeUpdate();
        for (UUID column : columns) {
            entities.createNativeQuery("insert into board_group_member (group_id, resource_id) values (cast(?1 as uuid), cast(?2 as uuid))")
                    .setParameter(1, id.toString()).setParameter(2, column.toString()).executeUpdate();
        }
    }

    void ungroup(UUID group) {
        entities.createNativeQuery("delete from board_group where id = cast(?1 as uuid)").setParameter(1, group.toString()).executeUpdate();
    }
}
