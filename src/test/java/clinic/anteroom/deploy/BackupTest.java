package clinic.anteroom.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clinic.anteroom.testing.DebianPackages;
import clinic.anteroom.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code deploy/backup}: the scripts that a clinic runs, on a server of their own, and the questions they ask a restored copy. */
class BackupTest {

    private static final Path SCRIPTS = Path.of("deploy", "backup");

    @Test
    @DisplayName("T11 a lost server comes back to the second before a mistake, and to its last second")
    void aLostServerComesBack() throws IOException, InterruptedException {
        if (!serverProgramsAreThere()) {
            DebianPackages.install("postgresql");
        }
        assumeTrue(serverProgramsAreThere(), "needs Debian's package postgresql");
        Path words = Files.createTempFile("backup", ".log");
        Process process = new ProcessBuilder(SCRIPTS.resolve("try.sh").toString())
                .redirectErrorStream(true).redirectOutput(words.toFile()).start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
        String said = Files.readString(words);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("nothing acknowledged was lost");
        assertThat(said.lines().filter(line -> line.endsWith(": 0")).count()).as("questions answered with none").isEqualTo(7);
    }

    @Test
    @DisplayName("T11 the questions asked of a restored copy find what must never be")
    void theQuestionsFindADoubleBooking() throws SQLException, IOException {
        DataSource database = TestDatabase.fresh("invariants");
        Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
        assertThat(answers(database)).hasSize(7).allSatisfy((question, count) -> assertThat(count).as(question).isZero());
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("alter table occupancy drop constraint occupancies_never_overlap");
            sql.execute("alter table occupancy disable trigger all");
            sql.execute("alter table appointment disable trigger all");
            sql.execute("""
                    insert into patient (id, given_name, family_name, birth_date, created_at)
                    values (gen_random_uuid(), 'Taken', 'Twice', '1970-01-01', now())""");
            for (String start : new String[] {"14:00", "14:30"}) {
                sql.execute("""
                        with visit as (
                            insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                            select gen_random_uuid(), 'BOOKED', (select code from visit_type order by code limit 1), id,
                                   '2026-11-30T%1$sZ', timestamptz '2026-11-30T%1$sZ' + interval '1 hour', 'UTC', '2026-11-30T%1$s', 'desk', now()
                            from patient where family_name = 'Twice' returning id, patient_id)
                        insert into occupancy (id, appointment_id, phase, resource_id, during, live, capacity)
                        select gen_random_uuid(), id, 1, patient_id,
                               tstzrange('2026-11-30T%1$sZ', timestamptz '2026-11-30T%1$sZ' + interval '50 minutes'), true, 1 from visit"""
                        .formatted(start));
            }
        }
        assertThat(answers(database))
                .containsEntry("people, rooms, machines or patients taken twice", 1L)
                .containsEntry("live visits that do not hold their patient from start to end", 2L);
    }

    private static Map<String, Long> answers(DataSource database) throws SQLException, IOException {
        String questions = Files.readString(SCRIPTS.resolve("invariants.sql"), StandardCharsets.UTF_8);
        Map<String, Long> answers = new TreeMap<>();
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(questions)) {
            while (rows.next()) {
                answers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return answers;
    }

    private static boolean serverProgramsAreThere() throws IOException {
        Path home = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(home)) {
            return false;
        }
        try (Stream<Path> versions = Files.list(home)) {
            return versions.anyMatch(version -> Files.isExecutable(version.resolve("bin").resolve("pg_receivewal")));
        }
    }
}
