package clinic.anteroom.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The rights of the role the application works with: it reads and writes rows, makes and drops nothing, and adds to the trail without
 * changing it. Given anew after each migration, by the owner of the tables.
 */
final class LesserRole {

    /** Tables in which what stands stays. */
    private static final String WRITTEN_ONCE = "audit_event, audit_seal, audit_check";

    private final String name;

    private LesserRole(String name) {
        this.name = name;
    }

    static LesserRole called(String name) {
        return new LesserRole(name);
    }

    /** All or nothing: a node that cannot give these rights does not start. */
    void on(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                String role = statement.enquoteIdentifier(name, true);
                for (String right : rights(role)) {
                    statement.execute(right);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The rights of database role " + name + " cannot be set: " + e.getMessage()
                    + "\nMaybe the role does not exist: create role " + name + " login; or ANTEROOM_DB_OWNER does not own the tables.", e);
        }
    }

    private static List<String> rights(String role) {
        return List.of(
                // Two nodes that start at once give the same rights one after the other.
                "select pg_advisory_xact_lock(7341602261)",
                "revoke create on schema public from public",
                "revoke all on all tables in schema public from " + role,
                "grant usage on schema public to " + role,
                "grant select, insert, update, delete on all tables in schema public to " + role,
                "revoke update, delete on " + WRITTEN_ONCE + " from " + role,
                "revoke insert, update, delete on schema_history from " + role,
                "grant usage, select on all sequences in schema public to " + role,
                // A record ends by one function of the owner's, which looks at its time.
                "grant execute on function end_record(uuid, text) to " + role);
    }
}
