package clinic.anteroom.launch;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Set;

/**
 * Makes a token for a program that comes through the FHIR door, or revokes all tokens of a program. Works on the database
 * that the environment names, or on the embedded one of a running launcher. The token is printed once and kept nowhere.
 */
public final class IssueToken {

    private static final Set<String> ROLES = Set.of("DOCTOR", "RECEPTIONIST", "INTEGRATOR");
    private static final int LONGEST_DAYS = 366;

    private final Connection connection;

    private IssueToken(Connection connection) {
        this.connection = connection;
    }

    /** @param arguments client, role or {@code REVOKE}, days the token is good for */
    public static void main(String[] arguments) {
        try (Connection connection = LaunchSettings.from(System.getenv()).database().open()) {
            IssueToken command = new IssueToken(connection);
            System.out.println(arguments[1].equals("REVOKE") ? command.revoke(arguments[0])
                    : command.issue(arguments[0], arguments[1], days(arguments[2])));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (SQLException e) {
            System.err.println("The database refused: " + e.getMessage() + "; start the product once so that its tables exist.");
            System.exit(1);
        }
    }

    private String issue(String client, String role, int days) throws SQLException {
        if (!client.matches("[a-z0-9][a-z0-9.-]{1,59}")) {
            throw new CannotStart("\"" + client + "\" cannot name a client; use 2 to 60 small letters, digits, dots and dashes.");
        }
        if (!ROLES.contains(role)) {
            throw new CannotStart("\"" + role + "\" is no role for a client; use INTEGRATOR, RECEPTIONIST or DOCTOR.");
        }
        String token = mint();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into access_token (id, token_hash, client, role, created_at, expires_at)
                values (?, ?, ?, ?, now(), now() + make_interval(days => ?))""")) {
            insert.setObject(1, NewId.next());
            insert.setString(2, Sha256.of(token));
            insert.setString(3, client);
            insert.setString(4, role);
            insert.setInt(5, days);
            insert.executeUpdate();
        }
        return token;
    }

    private String revoke(String client) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update access_token set revoked_at = now() where client = ? and revoked_at is null")) {
            update.setString(1, client);
            return update.executeUpdate() + " tokens of " + client + " revoked";
        }
    }

    private static String mint() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return "anteroom_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static int days(String typed) {
        if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > LONGEST_DAYS) {
            throw new CannotStart("A token is good for 1 to " + LONGEST_DAYS + " days, not \"" + typed + "\".");
        }
        return Integer.parseInt(typed);
    }
}
