package clinic.anteroom.care;

import java.util.LinkedHashMap;
import java.util.Map;

/** The conditions of a statement that are asked for, and their values by the number of their place. */
final class Conditions {

    private final StringBuilder sql;
    private final Map<Integer, Object> values = new LinkedHashMap<>();

    /** @param always what holds whatever is asked for */
    Conditions(String always) {
        this.sql = new StringBuilder(always);
    }

    /** Adds a condition with one place; nothing for an empty value. */
    void add(String value, String condition, int place) {
        if (!value.isEmpty()) {
            sql.append(" and ").append(condition);
            values.put(place, value);
        }
    }

    String sql() {
        return sql.toString();
    }

    Map<Integer, Object> values() {
        return values;
    }
}
