package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.SomeAudit;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** One doctor who works from nine to twelve on every day, and visits of theirs, in the shared test database. */
public final class SomeFrontDesk {

    static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    final AtomicInteger statements = new AtomicInteger();
    public final String mark = NewId.next().toString().substring(24).toUpperCase(java.util.Locale.ROOT).replaceAll("[0-9]", "X");
    final String type = "VISIT_" + mark;
    final UUID doctor = NewId.next();

    public SomeFrontDesk() {
        sql("insert into visit_type (code, name, grid_minutes) values (?, 'Visit', 10)", type);
        sql("insert into visit_phase values (?, 1, 'Talk', 20)", type);
        sql("insert into practitioner (id, given_name, family_name) values (?, 'Dora', ?)", doctor, mark);
        sql("insert into resource_capability values (?, ?)", doctor, "CAP_" + mark);
        sql("insert into opening (resource_id, weekday, opens, closes, valid_from) select ?, day, '09:00', '12:00', date '2026-01-01' from generate_series(1, 7) day", doctor);
    }

    public UUID patient(String given, String family, String born, String phone) {
        UUID id = NewId.next();
        sql("insert into patient (id, given_name, family_name, birth_date, phone, created_at) values (?, ?, ?, cast(? as date), ?, now())", id, given, family, born, phone);
        return id;
    }

    public UUID visit(UUID patient, String wall) {
        UUID id = NewId.next();
        Instant start = at(wall);
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, """
                    insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                    values (?, 'BOOKED', ?, ?, cast(? as timestamptz), cast(? as timestamptz), 'America/Toronto', cast(? as timestamp), 'desk', now())""",
                    id, type, patient, start.toString(), start.plusSeconds(1200).toString(), wall);
            for (UUID resource : new UUID[] {patient, doctor}) {
                run(connection, """
                        insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                        values (?, ?, 1, ?, tstzrange(cast(? as timestamptz), cast(? as timestamptz)), true)""",
                        NewId.next(), id, resource, start.toString(), start.plusSeconds(resource.equals(doctor) ? 1800 : 1200).toString());
            }
            connection.commit();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return id;
    }

    /** A list without times in an hour of the doctor's, with one patient on it. */
    public void standsOnAList(UUID patient, String wall, String words) {
        UUID block = NewId.next();
        sql("insert into absence (id, resource_id, during, reason, by_whom) values (?, ?, tstzrange(cast(? as timestamptz), cast(? as timestamptz) + interval '1 hour'), 'Home visits', 'desk')",
                block, doctor, at(wall).toString(), at(wall).toString());
        sql("insert into day_list (block_id, most, opened_by, opened_at) values (?, 5, 'desk', now())", block);
        sql("insert into day_list_entry (id, list_id, patient_id, place, words, since, added_at, added_by) values (?, ?, ?, 1, ?, now(), now(), 'desk')", NewId.next(), block, patient, words);
    }

    static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(TORONTO).toInstant();
    }

    /** The boards, with every statement counted. */
    <T> T boards(Function<Boards, T> look) {
        return with(entities -> {
            Boards boards = new Boards();
            boards.entities = entities;
            boards.holidays = "CA-ON";
            boards.time = new ClinicTime(Clock.fixed(at("2026-11-30T07:00"), ZoneOffset.UTC), TORONTO);
            return look.apply(boards);
        });
    }

    /** What the downtime pack reads, in a transaction of its own. */
    public void pack(ClinicTime time, SessionContext clock, Consumer<PackService> work) {
        with(entities -> {
            PackService pack = new PackService();
            pack.boards = new Boards();
            pack.boards.entities = entities;
            pack.boards.holidays = "CA-ON";
            pack.boards.time = time;
            pack.audit = SomeAudit.of(entities, clock, time);
            pack.time = time;
            pack.lists = new DayLists();
            pack.lists.entities = entities;
            work.accept(pack);
            return null;
        });
    }

    <T> T finder(Function<PatientFinder, T> look) {
        return with(entities -> {
            PatientFinder finder = new PatientFinder();
            finder.entities = entities;
            return look.apply(finder);
        });
    }

    <T> T queues(Function<Queues, T> look) {
        return with(entities -> {
            Queues queues = new Queues();
            queues.entities = entities;
            return look.apply(queues);
        });
    }

    <T> T papers(Function<Papers, T> work) {
        return with(entities -> {
            Papers papers = new Papers();
            papers.entities = entities;
            return work.apply(papers);
        });
    }

    /** What changed on a visit, as the desk reads it. */
    public List<VisitChange> changes(UUID visit) {
        return papers(papers -> papers.changes(visit));
    }

    /** The flow of a day, with the statements it took. */
    public Flow flow(java.time.LocalDate day) {
        return with(entities -> {
            Flows flows = new Flows();
            flows.entities = entities;
            return flows.of(new clinic.anteroom.scheduling.finder.ClinicDay(day, TORONTO).whole());
        });
    }

    /** How many statements this desk has sent. */
    public int statements() {
        return statements.get();
    }

    /** Writes on a visit: its note, where its patient is, what the patient said; null takes it off. */
    public void write(UUID visit, String note, String place, String answer) {
        Instant now = at("2026-11-30T07:00");
        papers(papers -> {
            papers.note(visit, note, "desk", now);
            papers.place(visit, place, "desk", now);
            papers.answer(visit, answer, "desk", now);
            return null;
        });
    }

    private <T> T with(Function<EntityManager, T> work) {
        try (EntityManager entities = TestDatabase.entities().createEntityManager()) {
            entities.getTransaction().begin();
            T result = work.apply(counting(entities));
            entities.getTransaction().commit();
            return result;
        }
    }

    private EntityManager counting(EntityManager entities) {
        return (EntityManager) Proxy.newProxyInstance(SomeFrontDesk.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
            if (method.getName().matches("create.*Query|find|getReference|refresh")) {
                statements.incrementAndGet();
            }
            return method.invoke(entities, arguments);
        });
    }

    void sql(String sql, Object... values) {
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            run(connection, sql, values);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
