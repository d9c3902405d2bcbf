package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Weekly hours, single dates and closed days, as they are written down. */
@ApplicationScoped
class Openings {

    @PersistenceContext
    EntityManager entities;

    List<OpeningRow> weekly(UUID resource, LocalDate from) {
        return rows(entities.createNativeQuery("""
                        select id, weekday, cast(null as date), opens, closes, valid_from, valid_to, cast(null as text) from opening
                        where resource_id = cast(?1 as uuid) and (valid_to is null or valid_to >= cast(?2 as date)) order by weekday, opens""")
                .setParameter(1, resource.toString()).setParameter(2, from.toString()));
    }

    List<OpeningRow> exceptions(UUID resource, LocalDate from) {
        return rows(entities.createNativeQuery("""
                        select id, cast(null as smallint), on_date, opens, closes, cast(null as date), cast(null as date), reason from opening_exception
                        where resource_id = cast(?1 as uuid) and on_date >= cast(?2 as date) order by on_date, opens""")
                .setParameter(1, resource.toString()).setParameter(2, from.toString()));
    }

    List<OpeningRow> closures(LocalDate from) {
        return rows(entities.createNativeQuery("""
                        select id, cast(null as smallint), from_date, cast(null as time), cast(null as time), from_date, to_date, name from closure
                        where to_date >= cast(?1 as date) order by from_date""")
                .setParameter(1, from.toString()));
    }

    void addWeekly(UUID resource, DayOfWeek day, LocalTime opens, LocalTime closes, LocalDate from) {
        entities.createNativeQuery("""
                        insert into opening (resource_id, weekday, opens, closes, valid_from)
                        values (cast(?1 as uuid), ?2, cast(?3 as time), cast(?4 as time), cast(?5 as date))""")
                .setParameter(1, resource.toString()).setParameter(2, day.getValue()).setParameter(3, opens.toString()).setParameter(4, closes.toString())
                .setParameter(5, from.toString()).executeUpdate();
    }

    /** Weekly hours end the day before: what was worked until then stays true. */
    void endWeekly(UUID opening, LocalDate from) {
        entities.createNativeQuery("delete from opening where id = cast(?1 as uuid) and valid_from >= cast(?2 as date)")
                .setParameter(1, opening.toString()).setParameter(2, from.toString()).executeUpdate();
        entities.createNativeQuery("update opening set valid_to = cast(?2 as date) where id = cast(?1 as uuid)")
                .setParameter(1, opening.toString()).setParameter(2, from.minusDays(1).toString()).executeUpdate();
    }

    void addException(UUID resource, LocalDate day, LocalTime opens, LocalTime closes, String reason) {
        entities.createNativeQuery("""
                        insert into opening_exception (resource_id, on_date, opens, closes, reason)
                        values (cast(?1 as uuid), cast(?2 as date), cast(nullif(?3, '') as time), cast(nullif(?4, '') as time), nullif(?5, ''))""")
                .setParameter(1, resource.toString()).setParameter(2, day.toString()).setParameter(3, opens == null ? "" : opens.toString())
                .setParameter(4, closes == null ? "" : closes.toString()).setParameter(5, reason == null ? "" : reason).executeUpdate();
    }

    void addClosure(LocalDate from, LocalDate to, String name) {
        entities.createNativeQuery("insert into closure (from_date, to_date, name) values (cast(?1 as date), cast(?2 as date), ?3)")
                .setParameter(1, from.toString()).setParameter(2, to.toString()).setParameter(3, name).executeUpdate();
    }

    void remove(String table, UUID id) {
        entities.createNativeQuery("delete from " + table + " where id = cast(?1 as uuid)").setParameter(1, id.toString()).executeUpdate();
    }

    private static List<OpeningRow> rows(Query query) {
        return Rows.of(query).stream().map(row -> new OpeningRow(Rows.id(row[0]), row[1] == null ? null : DayOfWeek.of(Rows.number(row[1])),
                Rows.date(row[2]), Rows.time(row[3]), Rows.time(row[4]), Rows.date(row[5]), Rows.date(row[6]), (String) row[7])).toList();
    }
}
