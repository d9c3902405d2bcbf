package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static clinic.anteroom.scheduling.SomeLab.stretch;
import static clinic.anteroom.scheduling.SomeLab.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** What the database refuses by itself, whoever writes. */
class OccupanciesNeverOverlapTest {

    private static final Instant NINE = at("2026-11-30T09:00");
    private static final Instant TEN = at("2026-11-30T10:00");

    private final SomeLab lab = new SomeLab();

    private UUID resource(String kind) {
        return switch (kind) {
            case "PRACTITIONER" -> lab.physician;
            case "LOCATION" -> lab.room;
            case "DEVICE" -> lab.machine;
            default -> lab.patient();
        };
    }

    private static void occupy(Connection connection, UUID appointment, UUID resource, int seat, String range) throws SQLException {
        sql(connection, """
                insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live)
                values (?, ?, 1, ?, ?, cast(? as tstzrange), true)""", NewId.next(), appointment, resource, seat, range);
    }

    private static String range(Instant start, Instant end) {
        return "[" + start + "," + end + ")";
    }

    private static String constraint(Throwable thrown) {
        return ((PSQLException) thrown).getServerErrorMessage().getConstraint();
    }

    private Connection begin() throws SQLException {
        Connection connection = TestDatabase.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @ParameterizedTest
    @DisplayName("T1 nobody and nothing is in two visits at once")
    @ValueSource(strings = {"PRACTITIONER", "LOCATION", "DEVICE", "PATIENT"})
    void overlapIsRefused(String kind) throws SQLException {
        UUID resource = resource(kind);
        try (Connection connection = begin()) {
            UUID first = lab.appointment(connection, lab.patient, NINE, TEN);
            occupy(connection, first, resource, 1, range(NINE, TEN));
            UUID second = lab.appointment(connection, lab.patient, NINE, TEN);
            assertThatThrownBy(() -> occupy(connection, second, resource, 1, range(TEN.minusSeconds(300), TEN.plusSeconds(3000))))
                    .satisfies(thrown -> assertThat(constraint(thrown)).isEqualTo("occupancies_never_overlap"))
                    .satisfies(thrown -> assertThat(SqlState.of(new RuntimeException(thrown))).isEqualTo(SqlState.TAKEN));
            connection.rollback();
        }
    }

    @Test
    void visitsThatOnlyTouchAndOtherSeatsAreFine() throws SQLException {
        SomeLab.sql("update resource set seats = 2 where id = ?", lab.room);
        try (Connection connection = begin()) {
            UUID visit = lab.appointment(connection, lab.patient, NINE, TEN);
            occupy(connection, visit, lab.room, 1, range(NINE, TEN));
            occupy(connection, visit, lab.room, 1, range(TEN, TEN.plusSeconds(3600)));
            occupy(connection, visit, lab.room, 2, range(NINE, TEN));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @DisplayName("T3 a range is not empty, has two ends, takes its start and lasts 5 minutes to 8 hours")
    @CsvSource(delimiter = '|', value = {
        "empty                                              | occupancy",
        "[2026-11-30T14:00Z,2026-11-30T14:00Z)              | occupancy",
        "[2026-11-30T14:00Z,)                               | occupancy",
        "(,2026-11-30T14:00Z)                               | occupancy",
        "[2026-11-30T14:00Z,infinity)                       | occupancy",
        "[2026-11-30T14:00Z,2026-11-30T15:00Z]              | occupancy_is_a_real_stretch_of_time",
        "(2026-11-30T14:00Z,2026-11-30T15:00Z)              | occupancy_is_a_real_stretch_of_time",
        "[2026-11-30T14:00Z,2026-11-30T14:04Z)              | occupancy_lasts_5_minutes_to_8_hours",
        "[2026-11-30T14:00Z,2026-11-30T22:00:01Z)           | occupancy_lasts_5_minutes_to_8_hours",
    })
    void oddRangesAreRefused(String range, String constraint) throws SQLException {
        try (Connection connection = begin()) {
            UUID visit = lab.appointment(connection, lab.patient, NINE, TEN);
            assertThatThrownBy(() -> occupy(connection, visit, lab.room, 1, range))
                    .satisfies(thrown -> assertThat(((PSQLException) thrown).getSQLState()).isEqualTo("23514"))
                    .satisfies(thrown -> assertThat(constraint(thrown)).startsWith(constraint));
            connection.rollback();
        }
    }

    @Test
    void callingAVisitOffFreesItsTimeInTheSameStatement() throws SQLException {
        try (Connection connection = begin()) {
            UUID first = lab.appointment(connection, lab.patient, NINE, TEN);
            occupy(connection, first, lab.room, 1, range(NINE, TEN));
            sql(connection, "update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT' where id = ?", first);
            UUID second = lab.appointment(connection, lab.patient, NINE, TEN);
            assertThat(take(connection, second, stretch(lab.room, NINE, TEN))).isTrue();
            // Taking the first one up again is a new booking, and somebody else is there.
            assertThatThrownBy(() -> sql(connection, "update appointment set status = 'BOOKED', cancel_reason = null where id = ?", first))
                    .satisfies(thrown -> assertThat(constraint(thrown)).isEqualTo("occupancies_never_overlap"));
            connection.rollback();
        }
    }

    @Test
    void aCalledOffVisitCannotHoldTime() throws SQLException {
        try (Connection connection = begin()) {
            UUID visit = lab.appointment(connection, lab.patient, NINE, TEN);
            sql(connection, "update appointment set status = 'NOSHOW' where id = ?", visit);
            assertThatThrownBy(() -> occupy(connection, visit, lab.room, 1, range(NINE, TEN)))
                    .satisfies(thrown -> assertThat(((PSQLException) thrown).getSQLState()).isEqualTo("23503"));
            connection.rollback();
        }
    }

    @Test
    void aLiveVisitHoldsItsPatientOrIsNotCommitted() throws SQLException {
        try (Connection connection = begin()) {
            UUID visit = lab.appointment(connection, lab.patient, NINE, TEN);
            occupy(connection, visit, lab.patient, 1, range(NINE, TEN.minusSeconds(600)));
            assertThatThrownBy(connection::commit)
                    .satisfies(thrown -> assertThat(constraint(thrown)).isEqualTo("live_appointment_holds_its_patient"));
        }
    }

    @Test
    void occupanciesOfALiveVisitCannotBeTakenAway() throws SQLException {
        UUID visit;
        try (Connection connection = begin()) {
            visit = lab.appointment(connection, lab.patient, NINE, TEN);
            occupy(connection, visit, lab.patient, 1, range(NINE, TEN));
            connection.commit();
        }
        assertThatThrownBy(() -> sql("delete from occupancy where appointment_id = ?", visit))
                .hasRootCauseInstanceOf(PSQLException.class).rootCause()
                .satisfies(thrown -> assertThat(constraint(thrown)).isEqualTo("live_appointment_holds_its_patient"));
    }

    @Test
    @DisplayName("T1 T2 fifty at once, sixty rounds: one winner, no overlap, no deadlock")
    void oneSlotOneWinner() throws Exception {
        int rivals = 50;
        List<UUID> patients = new ArrayList<>();
        for (int i = 0; i < rivals; i++) {
            patients.add(lab.patient());
        }
        ExecutorService pool = Executors.newFixedThreadPool(rivals);
        List<Connection> connections = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(rivals);
        try {
            for (int i = 0; i < rivals; i++) {
                connections.add(begin());
            }
            for (int round = 0; round < 60; round++) {
                Instant slot = at("2027-01-04T08:00").plus(Duration.ofDays(round));
                List<Future<Boolean>> attempts = new ArrayList<>();
                for (int i = 0; i < rivals; i++) {
                    // Starts ragged by 0, 5 and 10 minutes; every one overlaps every other.
                    Instant start = slot.plusSeconds(300L * (i % 3));
                    attempts.add(pool.submit(attempt(connections.get(i), together, patients.get(i), start, 25 + 5 * (i % 4))));
                }
                int winners = 0;
                for (Future<Boolean> attempt : attempts) {
                    winners += attempt.get() ? 1 : 0;
                }
                assertThat(winners).as("round " + round).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private Callable<Boolean> attempt(Connection connection, CyclicBarrier together, UUID patient, Instant start, int minutes) {
        return () -> {
            together.await();
            Instant end = start.plus(Duration.ofMinutes(minutes));
            UUID visit = lab.appointment(connection, patient, start, end);
            List<UUID> all = new ArrayList<>(List.of(lab.technologist, lab.physician, lab.machine, lab.room, patient));
            all.sort(Comparator.comparing(UUID::toString));
            boolean won = true;
            for (UUID resource : all) {
                won = won && take(connection, visit, stretch(resource, start, end));
            }
            if (won) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return won;
        };
    }
}
