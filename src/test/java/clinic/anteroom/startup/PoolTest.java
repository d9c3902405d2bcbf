package clinic.anteroom.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.testing.TestDatabase;
import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A connection as the pool makes it: the settings of the data source are given to the driver, and the database is asked what came of them. */
class PoolTest {

    private static final Map<String, String> SETTINGS = List.of(Migrator.class.getAnnotation(DataSourceDefinition.class).properties()).stream()
            .map(setting -> setting.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    @Test
    @DisplayName("T10 T17 on each connection every wait has an end, and the wall is UTC's")
    void everyWaitHasAnEnd() throws SQLException {
        PGSimpleDataSource source = asThePoolMakesIt();
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // As every start does (ClosedHolesTest): the driver tells the database the zone of its own machine, whatever the options say.
        try (Connection connection = source.getConnection()) {
            assertThat(shown(connection, "timezone")).isIn("UTC", "Etc/UTC", "GMT");
            assertThat(milliseconds(connection, "statement_timeout")).isBetween(1, 5_000);
            assertThat(milliseconds(connection, "lock_timeout")).isBetween(1, milliseconds(connection, "statement_timeout"));
            assertThat(milliseconds(connection, "idle_in_transaction_session_timeout")).isBetween(10_000, 120_000);
            assertThat(connection.getNetworkTimeout()).as("an answer that never comes").isBetween(1, 10_000).isGreaterThan(milliseconds(connection, "statement_timeout"));
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(source.getConnectTimeout()).isBetween(1, 3);
        assertThat(source.getLoginTimeout()).isBetween(1, 3);
        assertThat(source.getTcpKeepAlive()).isTrue();
    }

    @Test
    @DisplayName("T10 who waits for a lock that nobody gives back is told so after seconds")
    void aLockIsNotWaitedForForEver() throws SQLException {
        PGSimpleDataSource source = asThePoolMakesIt();
        try (Connection first = source.getConnection(); Connection second = source.getConnection(); Statement holds = first.createStatement(); Statement waits = second.createStatement()) {
            holds.execute("create table taken (id int)");
            first.setAutoCommit(false);
            holds.execute("lock table taken");
            long begun = System.nanoTime();
            assertThatThrownBy(() -> waits.execute("select * from taken")).isInstanceOf(SQLException.class).hasMessageContaining("lock timeout");
            assertThat((System.nanoTime() - begun) / 1_000_000_000).isLessThan(5);
            first.rollback();
        }
    }

    /** The properties of the definition that are the driver's; those of the server's pool are tried by FrozenDatabaseIT. */
    private static PGSimpleDataSource asThePoolMakesIt() throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.fresh("pool");
        source.setOptions(SETTINGS.get("options"));
        for (String name : List.of("connectTimeout", "loginTimeout", "socketTimeout", "tcpKeepAlive")) {
            source.setProperty(name, SETTINGS.get(name));
        }
        return source;
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet shown = statement.executeQuery("show " + setting)) {
            shown.next();
            return shown.getString(1);
        }
    }

    private static int milliseconds(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select setting from pg_settings where name = '" + setting + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
