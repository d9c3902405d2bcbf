package clinic.anteroom.launch;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The command of README that makes a token for a program, run as it is run there. */
class IssueTokenTest {

    @Test
    void aTokenIsPrintedOnceAndKeptAsAHashAndRevoked() throws Exception {
        String token = run("referral-hub", "INTEGRATOR", "30");
        assertThat(token).matches("anteroom_[A-Za-z0-9_-]{43}");
        assertThat(count("token_hash = ? and client = 'referral-hub' and role = 'INTEGRATOR' and revoked_at is null "
                + "and expires_at - created_at between interval '29 days 23 hours' and interval '30 days 1 hour'", Sha256.of(token))).isEqualTo(1);
        assertThat(count("token_hash = ?", token)).as("the token itself is kept nowhere").isZero();
        assertThat(run("referral-hub", "REVOKE", "30")).isEqualTo("1 tokens of referral-hub revoked");
        assertThat(count("token_hash = ? and revoked_at is not null", Sha256.of(token))).isEqualTo(1);
    }

    @Test
    void whatIsNoRoleNoNameOrNoLifeIsRefused() throws Exception {
        assertThat(run("referral-hub", "ADMINISTRATOR", "30")).contains("is no role for a client");
        assertThat(run("x'; drop table patient", "INTEGRATOR", "30")).contains("cannot name a client");
        assertThat(run("referral-hub", "INTEGRATOR", "9999")).contains("A token is good for 1 to 366 days");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.dataSource();
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                IssueToken.class.getName(), arguments[0], arguments[1], arguments[2]).redirectErrorStream(true);
        command.environment().put("ANTEROOM_DB_URL", "jdbc:postgresql://" + database.getServerNames()[0] + ":" + database.getPortNumbers()[0] + "/" + database.getDatabaseName());
        command.environment().put("ANTEROOM_DB_USER", database.getUser());
        command.environment().put("ANTEROOM_DB_PASSWORD", "-");
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    private static int count(String condition, String value) throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from access_token where " + condition)) {
            query.setString(1, value);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
