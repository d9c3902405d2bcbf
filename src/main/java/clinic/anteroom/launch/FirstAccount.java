package clinic.anteroom.launch;

import clinic.anteroom.shared.NewId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Opens the account of an administrator, who opens all others on the page "Accounts". Works on the database that the environment names, or on the
 * embedded one of a running launcher. The password is printed once and kept nowhere; the first sign-in sets up a second factor.
 */
public final class FirstAccount {

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 32;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstAccount() {
    }

    /** @param arguments the username */
    public static void main(String[] arguments) {
        try (Connection connection = LaunchSettings.from(System.getenv()).database().open()) {
            System.out.println(open(connection, arguments[0]));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (SQLException e) {
            System.err.println("The database refused: " + e.getMessage() + "; start the product once so that its tables exist, and choose a name that is free.");
            System.exit(1);
        }
    }

    private static String open(Connection connection, String username) throws SQLException {
        if (!username.matches("[a-z0-9][a-z0-9._-]{1,59}")) {
            throw new CannotStart("\"" + username + "\" cannot name an account; use 2 to 60 small letters, digits, dots and dashes.");
        }
        byte[] secret = new byte[15];
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(secret);
        RANDOM.nextBytes(salt);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into staff_account (id, username, display_name, password_hash, role) values (?, ?, ?, ?, 'ADMINISTRATOR')")) {
            insert.setObject(1, NewId.next());
            insert.setString(2, username);
            insert.setString(3, username);
            insert.setString(4, hash(password, salt, ROUNDS));
            insert.executeUpdate();
        }
        return password;
    }

    /** The hash as the platform writes and reads it (Jakarta Security, Pbkdf2PasswordHash): algorithm, rounds, salt and hash. */
    static String hash(String password, byte[] salt, int rounds) {
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS)).getEncoded();
            Base64.Encoder text = Base64.getEncoder();
            return "PBKDF2WithHmacSHA256:" + rounds + ":" + text.encodeToString(salt) + ":" + text.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PBKDF2, which every Java must have.", e);
        }
    }
}
