package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lists without times, and who stands on them. */
@ApplicationScoped
class DayLists {

    private static final String ALL = """
            select l.block_id, a.resource_id, n.name, lower(a.during), upper(a.during), a.reason, l.most, day_list_taken(l.block_id) as taken,
                   e.id, e.patient_id, p.given_name || ' ' || p.family_name as patient, p.birth_date, p.phone, e.words, e.state, e.since
            from day_list l join absence a on a.id = l.block_id join resource_name n on n.id = a.resource_id
            left join (day_list_entry e join patient p on p.id = e.patient_id) on e.list_id = l.block_id
            where a.during && tstzrange(cast(?1 as timestamptz), cast(?2 as timestamptz))
            order by lower(a.during), n.name, l.block_id, e.place""";

    private static final String STEP = """
            update day_list_entry set state = ?2, since = cast(?3 as timestamptz)
            where id = cast(?1 as uuid) and state = any (cast(?4 as text[]))""";

    /** Changes places with the one who waits next to them on that side. */
    private static final String SWAP = """
            with me as (select * from day_list_entry where id = cast(?1 as uuid) and state = 'WAITING'),
            other as (
                select e.* from day_list_entry e join me on me.list_id = e.list_id
                where e.state = 'WAITING' and (e.place - me.place) * ?2 > 0 order by (e.place - me.place) * ?2 limit 1)
            update day_list_entry t set place = case when t.id = me.id then other.place else me.place end
            from me, other where t.id in (me.id, other.id)""";

    @PersistenceContext
    EntityManager entities;

    /** The lists of some hours, each in its order. */
    List<DayList> in(TimeRange when) {
        Map<UUID, List<Object[]>> lists = Rows.of(query(ALL, when.start(), when.end())).stream()
                .collect(Collectors.groupingBy(row -> Rows.id(row[0]), LinkedHashMap::new, Collectors.toList()));
        return lists.values().stream().map(rows -> {
            Object[] row = rows.get(0);
            return new DayList(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.range(row[3], row[4]), (String) row[5], Rows.number(row[6]), Rows.number(row[7]),
                    rows.stream().filter(one -> one[8] != null).map(DayLists::entry).toList());
        }).toList();
    }

    private static DayList.Entry entry(Object[] row) {
        return new DayList.Entry(Rows.id(row[8]), Rows.id(row[9]), (String) row[10], Rows.date(row[11]), (String) row[12], (String) row[13],
                ListState.valueOf((String) row[14]), Rows.instant(row[15]));
    }

    /** Whether somebody has a list within the stretch already. */
    boolean overlaps(UUID person, TimeRange when) {
        return !query("""
                select 1 from day_list l join absence a on a.id = l.block_id
                where a.resource_id = cast(?1 as uuid) and a.during && tstzrange(cast(?2 as timestamptz), cast(?3 as timestamptz))""", person, when.start(), when.end())
                .getResultList().isEmpty();
    }

    /** Blocks the time and opens the list. */
    UUID open(UUID person, TimeRange when, String name, int most, String by, Instant now) {
        UUID id = NewId.next();
        query("""
                insert into absence (id, resource_id, during, reason, by_whom)
                values (cast(?1 as uuid), cast(?2 as uuid), tstzrange(cast(?3 as timestamptz), cast(?4 as timestamptz), '[)'), ?5, ?6)""",
                id, person, when.start(), when.end(), name, by).executeUpdate();
        query("insert into day_list (block_id, most, opened_by, opened_at) values (cast(?1 as uuid), cast(?2 as smallint), ?3, cast(?4 as timestamptz))", id, most, by, now).executeUpdate();
        return id;
    }

    /** Waits until nobody else changes the list, and says whether it takes one more; empty if there is no such list. Counted after the wait: who counts before sees what was. */
    Optional<Boolean> lock(UUID list) {
        return Rows.of(query("select block_id, most from day_list where block_id = cast(?1 as uuid) for update", list)).stream()
                .findFirst().map(row -> Rows.number(query("select day_list_taken(cast(?1 as uuid))", list).getSingleResult()) < Rows.number(row[1]));
    }

    boolean waits(UUID list, UUID patient) {
        return !query("select 1 from day_list_entry where list_id = cast(?1 as uuid) and patient_id = cast(?2 as uuid) and state in ('WAITING', 'IN')", list, patient)
                .getResultList().isEmpty();
    }

    /** The last, or the first of those who wait. */
    UUID add(UUID list, UUID patient, String words, boolean first, String by, Instant now) {
        UUID id = NewId.next();
        query("""
                insert into day_list_entry (id, list_id, patient_id, place, words, since, added_at, added_by)
                select cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid),
                       coalesce(case when ?5 = 'FIRST' then day_list_place(cast(?2 as uuid), -1) else day_list_place(cast(?2 as uuid), 1) end, 1),
                       nullif(?4, ''), cast(?7 as timestamptz), cast(?7 as timestamptz), ?6""",
                id, list, patient, words, first ? "FIRST" : "LAST", by, now).executeUpdate();
        return id;
    }

    /** The list and the patient of an entry; empty for one that is not there or is locked away. */
    Optional<Object[]> find(UUID entry) {
        return Rows.of(query("select list_id, patient_id from day_list_entry where id = cast(?1 as uuid)", entry)).stream().findFirst();
    }

    /** Whether they have left: to come back they need a place. */
    boolean needsAPlace(UUID entry) {
        return !query("select 1 from day_list_entry where id = cast(?1 as uuid) and state = 'LEFT'", entry).getResultList().isEmpty();
    }

    boolean step(UUID entry, ListState to, Instant now) {
        String from = to.from().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
        return query(STEP, entry, to, now, from).executeUpdate() == 1;
    }

    /** @param by -1 up, 1 down */
    void move(UUID entry, int by) {
        query(SWAP, entry, by).executeUpdate();
    }

    /** Opens the time again; false while somebody stands on the list, or did. */
    boolean close(UUID list) {
        if (query("select day_list_place(cast(?1 as uuid), 1)", list).getSingleResult() != null) {
            return false;
        }
        query("delete from day_list where block_id = cast(?1 as uuid)", list).executeUpdate();
        query("delete from absence where id = cast(?1 as uuid)", list).executeUpdate();
        return true;
    }

    private Query query(String statement, Object... values) {
        Query query = entities.createNativeQuery(statement);
        List<Object> given = new ArrayList<>(List.of(values));
        for (int i = 0; i < given.size(); i++) {
            query.setParameter(i + 1, given.get(i) instanceof Integer number ? number : given.get(i).toString());
        }
        return query;
    }
}
