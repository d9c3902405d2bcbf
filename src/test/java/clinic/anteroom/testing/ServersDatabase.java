package clinic.anteroom.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database behind the server under test, looked at from outside. */
public final class ServersDatabase implements AutoCloseable {

    private final Connection connection;

    private ServersDatabase(Connection connection) {
        this.connection = connection;
    }

    /** The one that Arquillian's server uses. */
    public static ServersDatabase open() throws SQLException {
        return at(DriverManager.getConnection(System.getProperty("anteroom.test.db.url") + "?user=postgres&stringtype=unspecified"));
    }

    public static ServersDatabase at(Connection connection) {
        return new ServersDatabase(connection);
    }

    /** The first column of each row, as text. */
    public List<String> list(String question, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(question, values); ResultSet rows = statement.executeQuery()) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    public String one(String question, Object... values) throws SQLException {
        return list(question, values).get(0);
    }

    /** The tables in which a text stands. */
    public List<String> holding(String text) throws SQLException {
        List<String> holding = new ArrayList<>();
        for (String table : list("select quote_ident(table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            if (one("select exists (select from " + table + " t where t::text like ?)", "%" + text + "%").equals("t")) {
                holding.add(table);
            }
        }
        return holding;
    }

    public void run(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = prepared(statement, values)) {
            prepared.execute();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
