package clinic.anteroom.scheduling.bench;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The common clinic that several scheduling systems were measured on: 20 practitioners, 20 days from 2026-11-30, 9 to 12 and
 * 13 to 17, a visit of 20 minutes, 5,107 of 8,400 slots booked, 2,000 invented patients.
 */
public final class CommonClinic {

    static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    static final String VISIT = "BENCH";

    final List<UUID> practitioners = new ArrayList<>();
    final List<UUID> patients = new ArrayList<>();

    static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(TORONTO).toInstant();
    }

    /** Writes the clinic into the empty database. */
    void load() throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            load(connection, true);
        }
    }

    /** The same on this connection, with its bookings or without. */
    void load(Connection connection, boolean booked) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, "insert into visit_type (code, name, grid_minutes) values ('BENCH', 'Visit', 20)");
        run(connection, "insert into visit_phase values ('BENCH', 1, 'Visit', 20)");
        run(connection, "insert into visit_role values ('BENCH', 'doctor', 'BENCH_DOCTOR', 'Doctor')");
        run(connection, "insert into phase_role values ('BENCH', 1, 'doctor', 0, 0)");
        run(connection, "insert into visit_length_rule values ('BENCH', 1, 'INTERPRETER', 0, 20)");
        for (String[] row : rows("practitioners.csv")) {
            UUID id = NewId.next();
            practitioners.add(id);
            run(connection, "insert into practitioner (id, given_name, family_name) values (?, ?, ?)", id, row[1], row[2]);
            run(connection, "insert into resource_capability values (?, 'BENCH_DOCTOR')", id);
        }
        run(connection, """
                insert into opening (resource_id, weekday, opens, closes, valid_from)
                select c.resource_id, day, half.opens, half.closes, date '2026-01-01' from resource_capability c
                cross join generate_series(1, 5) day cross join (values (time '09:00', time '12:00'), (time '13:00', time '17:00')) half (opens, closes)
                where c.capability = 'BENCH_DOCTOR'""");
        for (String[] row : rows("patients.csv")) {
            UUID id = NewId.next();
            patients.add(id);
            run(connection, "insert into patient (id, given_name, family_name, birth_date, created_at) values (?, ?, ?, cast(? as date), now())",
                    id, row[1], row[2], row[5]);
        }
        for (String[] row : booked ? rows("appointments.csv") : List.<String[]>of()) {
            book(connection, practitioners.get(Integer.parseInt(row[0]) - 1), patients.get(Integer.parseInt(row[1]) - 1),
                    at(row[2]), Integer.parseInt(row[3]));
        }
        connection.commit();
    }

    /** Writes the clinic into the database at this address, for measurements from outside. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0] + (arguments[0].contains("?") ? "&" : "?") + "stringtype=unspecified", "postgres", "")) {
            CommonClinic clinic = new CommonClinic();
            clinic.load(connection, true);
            System.out.println(clinic.practitioners.size() + " practitioners and " + clinic.patients.size() + " patients are in " + arguments[0]);
        }
    }

    /** The rows of a booking, plainly inserted: the visit, what it takes, its key and its line in the trail. */
    static void book(Connection connection, UUID practitioner, UUID patient, Instant start, int minutes) throws SQLException {
        UUID id = NewId.next();
        Instant end = start.plusSeconds(minutes * 60L);
        run(connection, """
                insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                values (?, 'BOOKED', 'BENCH', ?, cast(? as timestamptz), cast(? as timestamptz), 'America/Toronto', cast(? as timestamp), 'bench', now())""",
                id, patient, start.toString(), end.toString(), LocalDateTime.ofInstant(start, TORONTO).toString());
        for (UUID resource : List.of(practitioner, patient)) {
            run(connection, """
                    insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                    values (?, ?, 1, ?, tstzrange(cast(? as timestamptz), cast(? as timestamptz)), true)""",
                    NewId.next(), id, resource, start.toString(), end.toString());
        }
        run(connection, "insert into booking_key (key, digest, appointment_id, created_at) values (?, repeat('0', 64), ?, timestamptz '2026-11-30 12:00Z')",
                NewId.next().toString(), id);
        run(connection, """
                insert into audit_event (id, recorded_at, agent, agent_role, action, entity, entity_id, patient_id, outcome)
                values (?, now(), 'bench', 'RECEPTIONIST', 'CREATE', 'Appointment', ?, ?, 'SUCCESS')""", NewId.next(), id, patient);
    }

    /** Adds visits of years gone by, 420 a day, without checking each for its patient: they were checked when they were made. */
    void addPast(int visits) throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            run(connection, "set session_replication_role = replica");
            run(connection, "create temporary table doctor as select row_number() over (order by resource_id) - 1 as i, resource_id as id from resource_capability where capability = 'BENCH_DOCTOR'");
            run(connection, "create temporary table person as select row_number() over (order by id) - 1 as i, id from patient where id = any (?)",
                    connection.createArrayOf("uuid", patients.toArray()));
            run(connection, """
                    create temporary table past as
                    select gen_random_uuid() as id, d.id as doctor, p.id as person,
                           timestamptz '2026-11-23 14:00Z' - make_interval(days => n / 420) + make_interval(mins => 20 * (n / 20 % 21)) as start
                    from generate_series(0, ?) n join doctor d on d.i = n % 20 join person p on p.i = n % 2000""", visits - 1);
            run(connection, """
                    insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                    select id, 'FULFILLED', 'BENCH', person, start, start + interval '20 minutes', 'America/Toronto', start at time zone 'America/Toronto', 'bench', start
                    from past""");
            for (String who : List.of("doctor", "person")) {
                run(connection, "insert into occupancy (id, appointment_id, phase, resource_id, during, live, capacity) select gen_random_uuid(), id, 1, "
                        + who + ", tstzrange(start, start + interval '20 minutes'), true, 1 from past");
            }
            // A server that has had these visits for years has been through both long ago.
            run(connection, "vacuum analyze");
            run(connection, "checkpoint");
        }
    }

    static int run(Connection connection, String statement, Object... values) throws SQLException {
        if (values.length == 0) {
            try (Statement plain = connection.createStatement()) {
                return plain.executeUpdate(statement);
            }
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonClinic.class.getResourceAsStream("/bench/" + file), file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
