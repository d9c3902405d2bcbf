package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.shared.TimeRange;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A laboratory of its own in the shared test database: its kind of visit asks for capabilities nobody else has, so tests
 * do not take each other's people. One technologist, one physician, one machine, one room, open every day from 8 to 18.
 */
final class SomeLab {

    static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    final String mark = letters(NewId.next());
    final String visitType = "EMG_" + mark;
    final UUID technologist = person("Tess", "TECH_" + mark);
    final UUID physician = person("Phil", "DOC_" + mark);
    final UUID room = room("ROOM_" + mark);
    final UUID machine = machine("MACHINE_" + mark);
    final UUID patient = patient();

    SomeLab() {
        sql("insert into visit_type (code, name, grid_minutes) values (?, 'Nerve and muscle test', 15)", visitType);
        sql("insert into visit_type_test values (?, 'EMG'), (?, 'NCS')", visitType, visitType);
        sql("insert into visit_phase values (?, 1, 'Nerve conduction', 45), (?, 2, 'Needle EMG', 30)", visitType, visitType);
        role("technologist", "TECH_" + mark);
        role("physician", "DOC_" + mark);
        role("machine", "MACHINE_" + mark);
        role("room", "ROOM_" + mark);
        part(1, "technologist", 0);
        part(1, "machine", 0);
        part(1, "room", 0);
        part(2, "physician", 0);
        part(2, "machine", 10);
        part(2, "room", 10);
    }

    static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(TORONTO).toInstant();
    }

    Map<String, UUID> everybody() {
        Map<String, UUID> chosen = new LinkedHashMap<>();
        chosen.put("technologist", technologist);
        chosen.put("physician", physician);
        chosen.put("machine", machine);
        chosen.put("room", room);
        return chosen;
    }

    /** Somebody is away for two hours. */
    static void isAway(UUID resource, Instant from) {
        sql("insert into absence (resource_id, during) values (?, tstzrange(cast(? as timestamptz), cast(? as timestamptz) + interval '2 hours'))",
                resource, from.toString(), from.toString());
    }

    UUID patient() {
        UUID id = NewId.next();
        sql("insert into patient (id, given_name, family_name, birth_date, created_at) values (?, 'Pat', ?, date '1980-02-29', now())",
                id, mark);
        return id;
    }

    UUID person(String given, String capability) {
        UUID id = NewId.next();
        sql("insert into practitioner (id, given_name, family_name) values (?, ?, ?)", id, given, mark);
        return open(id, capability);
    }

    UUID room(String capability) {
        UUID id = NewId.next();
        sql("insert into location (id, name) values (?, ?)", id, "Room " + mark);
        return open(id, capability);
    }

    UUID machine(String capability) {
        UUID id = NewId.next();
        sql("insert into device (id, name) values (?, ?)", id, "Machine " + mark);
        return open(id, capability);
    }

    /** An order with the form, evaluation and flag it came from. */
    UUID order(UUID patientId, String test, Instant latest) {
        return order(patientId, test, latest, "{}");
    }

    /** An order from a form with these answers. */
    UUID orderOf(UUID patientId, String test, String answers) {
        return order(patientId, test, null, answers);
    }

    private UUID order(UUID patientId, String test, Instant latest, String answers) {
        UUID response = NewId.next();
        UUID evaluation = NewId.next();
        UUID flag = NewId.next();
        UUID order = NewId.next();
        String nothing = Sha256.of("{}");
        sql("""
                insert into questionnaire_response (id, questionnaire, status, started_at, completed_at, patient_id, key_hash,
                                                    reference, answers, answers_sha256)
                values (?, 'https://anteroom.clinic/muscle-twitching|1', 'COMPLETED', now(), now(), ?, ?, ?, ?, ?)""",
                response, patientId, Sha256.of(response.toString()), reference(response), answers, Sha256.of(answers));
        sql("""
                insert into evaluation (id, response_id, patient_id, questionnaire, answers, answers_sha256, as_of, evaluator_version,
                                        urgency, by_hand, due_at, outcome, outcome_sha256, evaluated_at)
                values (?, ?, ?, 'https://anteroom.clinic/muscle-twitching|1', '{}', ?, current_date, '1', 'URGENT', true, now(), '{}', ?, now())""",
                evaluation, response, patientId, nothing, nothing);
        sql("""
                insert into test_flag (id, response_id, evaluation_id, test, strength, urgency, rules, status, decided_by, decided_at)
                values (?, ?, ?, ?, 'FLAG', 'URGENT', 'TW-S01', 'CONFIRMED', 'doctor', now())""", flag, response, evaluation, test);
        sql("""
                insert into service_request (id, patient_id, response_id, test_flag_id, code, status, priority, indication,
                                             requester, authored_on, occurrence_latest)
                values (?, ?, ?, ?, ?, 'ACTIVE', 'URGENT', 'test', 'doctor', now(), cast(? as timestamptz))""",
                order, patientId, response, flag, test, latest == null ? null : latest.toString());
        return order;
    }

    private static String reference(UUID id) {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT).replace('0', 'X').replace('1', 'Y');
        return digits.substring(24, 28) + "-" + digits.substring(28);
    }

    /** A bare appointment with nothing but its patient, through plain SQL. */
    UUID appointment(Connection connection, UUID patientId, Instant start, Instant end) throws SQLException {
        UUID id = NewId.next();
        sql(connection, """
                insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                values (?, 'BOOKED', ?, ?, cast(? as timestamptz), cast(? as timestamptz), 'America/Toronto', timestamp '2026-11-30 09:00',
                        'desk', now())""", id, visitType, patientId, start.toString(), end.toString());
        return id;
    }

    /** Takes a stretch with the very statement the service uses; says whether it was got. */
    static boolean take(Connection connection, UUID appointment, Plan.Stretch stretch) throws SQLException {
        Object[] columns = Occupancies.columns(List.of(stretch));
        return sql(connection, Occupancies.TAKE, appointment.toString(), columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]) == 1;
    }

    static Plan.Stretch stretch(UUID resource, Instant start, Instant end) {
        return new Plan.Stretch(1, new Lane(resource, 1), new TimeRange(start, end));
    }

    static int sql(String statement, Object... values) {
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            return sql(connection, statement, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int sql(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }

    static String text(String query, Object... values) {
        try (Connection connection = TestDatabase.dataSource().getConnection(); PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    static long count(String query, Object... values) {
        try (Connection connection = TestDatabase.dataSource().getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            try (ResultSet result = prepared.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID open(UUID id, String capability) {
        sql("insert into resource_capability values (?, ?)", id, capability);
        sql("""
                insert into opening (resource_id, weekday, opens, closes, valid_from)
                select cast(? as uuid), day, time '08:00', time '18:00', date '2026-01-01' from generate_series(1, 7) day""", id);
        return id;
    }

    private void role(String key, String capability) {
        sql("insert into visit_role values (?, ?, ?, ?)", visitType, key, capability, key);
    }

    private void part(int phase, String key, int after) {
        sql("insert into phase_role values (?, ?, ?, 0, ?)", visitType, phase, key, after);
    }

    /** Letters only, as codes want them; the end of an id is the part that differs. */
    private static String letters(UUID id) {
        StringBuilder letters = new StringBuilder();
        for (char digit : id.toString().replace("-", "").toUpperCase(Locale.ROOT).substring(16).toCharArray()) {
            letters.append(Character.isDigit(digit) ? (char) ('G' + digit - '0') : digit);
        }
        return letters.toString();
    }
}
