package clinic.anteroom.scheduling;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Statements on the connection of the transaction that runs, without the detour over entities: where fifty people press one
 * button, each round trip counts. Values go as text; the statement casts them.
 */
final class Jdbc {

    private final Connection connection;

    private Jdbc(Connection connection) {
        this.connection = connection;
    }

    /** The connection belongs to the transaction and stays open. */
    static Jdbc of(EntityManager entities) {
        return new Jdbc(entities.unwrap(Connection.class));
    }

    /** All rows, each as an array; of several statements, those of the first that has rows. Fails with {@link PersistenceException}, whose cause is the database's. */
    List<Object[]> rows(String query, Object... values) {
        try (PreparedStatement statement = prepared(query, values)) {
            boolean isResult = statement.execute();
            while (!isResult && statement.getUpdateCount() >= 0) {
                isResult = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                return rows(result);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static List<Object[]> rows(ResultSet result) throws SQLException {
        int width = result.getMetaData().getColumnCount();
        List<Object[]> rows = new ArrayList<>();
        while (result.next()) {
            Object[] row = new Object[width];
            for (int i = 0; i < width; i++) {
                row[i] = result.getObject(i + 1);
            }
            rows.add(row);
        }
        return rows;
    }

    /** How many rows were changed. Fails with {@link PersistenceException}. */
    int update(String change, Object... values) {
        try (PreparedStatement statement = prepared(change, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The text of an array whose elements have neither comma nor quote nor space: ids, numbers, moments. */
    static <T> String array(Collection<T> all, Function<T, Object> element) {
        return all.stream().map(one -> element.apply(one).toString()).collect(Collectors.joining(",", "{", "}"));
    }

    private PreparedStatement prepared(String text, Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i] == null ? null : values[i].toString());
        }
        return statement;
    }
}
