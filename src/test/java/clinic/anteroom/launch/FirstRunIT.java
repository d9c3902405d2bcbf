package clinic.anteroom.launch;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.FirstRun;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's first command: from an empty folder to three faces, and every way in which it must not half-start. */
class FirstRunIT {

    @TempDir
    private Path data;

    @Test
    void anEmptyFolderBecomesARunningClinicAndStopsCleanly() throws Exception {
        FirstRun run = FirstRun.with(data, Map.of()).awaitReady();
        try {
            assertThat(run.words()).contains(run.address() + "/", run.address() + "/doctor/", run.address() + "/reception/",
                    "dr.osei", "desk", "a quiet waiting room");
            assertThat(run.status("/")).isEqualTo(200);
            try (Connection database = run.database()) {
                assertThat(answer(database, "show fsync")).isEqualTo("on");
                assertThat(answer(database, "show synchronous_commit")).isEqualTo("on");
                assertThat(answer(database, "show full_page_writes")).isEqualTo("on");
                assertThat(answer(database, "show data_checksums")).isEqualTo("on");
                assertThat(Integer.parseInt(answer(database, "select count(*) from staff_account"))).isGreaterThanOrEqualTo(2);
            }
        } finally {
            run.stop();
        }
        assertThat(run.exitCode()).isNotNegative();
        assertThat(Ports.isFree(Integer.parseInt(run.settings().get("ANTEROOM_HTTP_PORT")))).isTrue();
        assertThat(Ports.isFree(Integer.parseInt(run.settings().get("ANTEROOM_EMBEDDED_DB_PORT")))).isTrue();
    }

    @Test
    void aKilledLauncherIsFollowedByOneThatTakesOver() throws Exception {
        FirstRun killed = FirstRun.with(data, Map.of()).awaitReady();
        try (Connection database = killed.database(); Statement statement = database.createStatement()) {
            statement.execute("insert into closure (from_date, to_date, name) values ('2030-01-02', '2030-01-02', 'Kept over the kill')");
        }
        killed.killLauncher();
        try (FirstRun next = FirstRun.again(killed.settings()).awaitReady(); Connection database = next.database()) {
            assertThat(next.status("/")).isEqualTo(200);
            assertThat(answer(database, "select count(*) from closure where name = 'Kept over the kill'")).isEqualTo("1");
        }
        assertThat(Ports.isFree(Integer.parseInt(killed.settings().get("ANTEROOM_EMBEDDED_DB_PORT")))).isTrue();
    }

    @Test
    void anOccupiedPortIsOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FirstRun run = FirstRun.with(data, Map.of("ANTEROOM_HTTP_PORT", Integer.toString(other.getLocalPort())))) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.words()).contains("Port " + other.getLocalPort() + " is taken by another program; stop it, or set ANTEROOM_HTTP_PORT")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aPortThatIsNoPortIsOneSentence() throws Exception {
        try (FirstRun run = FirstRun.with(data, Map.of("ANTEROOM_HTTP_PORT", "eighty"))) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.words()).isEqualTo("ANTEROOM_HTTP_PORT is \"eighty\", which is not a port; use a number from 1 to 65535.");
        }
    }

    @Test
    void aDatabaseOfTheClinicsIsUsedByEnvironmentAloneWithoutDemoData() throws Exception {
        try (EmbeddedPostgres clinics = guardedServer()) {
            String url = "jdbc:postgresql://127.0.0.1:" + clinics.getPort() + "/clinic";
            Map<String, String> wrong = Map.of("ANTEROOM_DB_URL", url, "ANTEROOM_DB_USER", "guarded", "ANTEROOM_DB_PASSWORD", "not this");
            try (FirstRun refused = FirstRun.with(data, wrong)) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.words()).contains("The database at " + url + " refuses user \"guarded\"", "ANTEROOM_DB_PASSWORD")
                        .doesNotContain("\tat ");
            }
            Map<String, String> right = Map.of("ANTEROOM_DB_URL", url, "ANTEROOM_DB_USER", "guarded", "ANTEROOM_DB_PASSWORD", "the right one");
            try (FirstRun run = FirstRun.with(data, right).awaitReady();
                    Connection database = clinics.getDatabase("postgres", "clinic").getConnection()) {
                assertThat(run.words()).doesNotContain("a quiet waiting room");
                assertThat(answer(database, "select count(*) from staff_account")).isEqualTo("0");
                assertThat(answer(database, "select count(*) from patient")).isEqualTo("0");
                assertThat(data.resolve("pg")).doesNotExist();
            }
        }
    }

    @Test
    void noDatabaseThereIsOneSentence() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + FirstRun.freePort() + "/clinic";
        try (FirstRun run = FirstRun.with(data, Map.of("ANTEROOM_DB_URL", url))) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.words()).contains("No PostgreSQL answers at " + url + "; start it or correct ANTEROOM_DB_URL");
        }
    }

    /** A server that trusts everybody but "guarded", who needs a password. */
    private EmbeddedPostgres guardedServer() throws Exception {
        Path rules = Files.writeString(Files.createTempFile("pg_hba", ".conf"),
                "host all guarded 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n");
        rules.toFile().setReadable(true, false);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of(System.getProperty("user.home"), ".cache", "anteroom-postgres").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("hba_file", rules.toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create role guarded login password 'the right one'");
            statement.execute("create database clinic owner guarded");
        }
        return server;
    }

    private static String answer(Connection database, String question) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
