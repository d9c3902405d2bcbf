package clinic.anteroom.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A PostgreSQL somewhere.
 *
 * @param url      JDBC address, for example {@code jdbc:postgresql://db.example/anteroom}
 * @param user     role that owns the schema
 * @param password its password, perhaps empty
 */
record DatabaseAddress(String url, String user, String password) {

    private static final int MINIMUM_MAJOR_VERSION = 14;

    /** Opens and closes one connection, so that a wrong password is one sentence and not a page of server log. */
    void check() {
        try (Connection connection = open()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < MINIMUM_MAJOR_VERSION) {
                throw new CannotStart("The database at " + url + " is PostgreSQL " + major + "; anteroom needs "
                        + MINIMUM_MAJOR_VERSION + " or newer.");
            }
        } catch (SQLException e) {
            throw new CannotStart(explain(e), e);
        }
    }

    /** A new connection; one that is refused becomes a sentence. */
    Connection open() {
        try {
            return DriverManager.getConnection(url, properties());
        } catch (SQLException e) {
            throw new CannotStart(explain(e), e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "8");
        return properties;
    }

    private String explain(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return "The database at " + url + " refuses user \"" + user
                    + "\"; set ANTEROOM_DB_USER and ANTEROOM_DB_PASSWORD to a role that may sign in there.";
        }
        if (state.equals("3D000")) {
            return "The server at " + url + " has no such database; create it or correct ANTEROOM_DB_URL.";
        }
        if (state.startsWith("08")) {
            return "No PostgreSQL answers at " + url + "; start it or correct ANTEROOM_DB_URL, or unset it to use the embedded one.";
        }
        return "The database at " + url + " cannot be used: " + e.getMessage()
                + "; correct ANTEROOM_DB_URL, or unset it to use the embedded one.";
    }
}
