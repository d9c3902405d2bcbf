package clinic.anteroom.privacy;

import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeRecord;
import java.sql.SQLException;
import java.util.List;

/** Records whose time is over. */
final class OldRecords {

    private OldRecords() {
    }

    /** Every moment of a record is put back by eleven years and a month. */
    static void age(ServersDatabase database, SomeRecord record) throws SQLException {
        database.run("set session_replication_role = replica");
        for (String moments : database.list("select c.table_name || ' ' || string_agg(c.column_name || ' = ' || c.column_name || ' - interval ''97200 hours''', ', ') "
                + "from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and t.table_type = 'BASE TABLE' "
                + "and c.data_type = 'timestamp with time zone' and c.table_name <> 'audit_event' group by c.table_name")) {
            String table = moments.substring(0, moments.indexOf(' '));
            for (String key : keysOf(database, table)) {
                database.run("update " + table + " set " + moments.substring(table.length()) + " where " + key + " in (" + owned(key) + ")", record.patient());
            }
        }
        database.run("set session_replication_role = origin");
    }

    /** One way from a table to its patient, the shortest; none where there is no such way. */
    static List<String> keysOf(ServersDatabase database, String table) throws SQLException {
        List<String> columns = database.list("select column_name::text from information_schema.columns where table_schema = 'public' and table_name = ?", table);
        return table.equals("patient") ? List.of("id") : List.of("patient_id", "response_id", "appointment_id", "test_flag_id").stream().filter(columns::contains).limit(1).toList();
    }

    /** The ids of a record in such a column; the patient is asked for. */
    static String owned(String key) {
        return switch (key) {
            case "response_id" -> "select id from questionnaire_response where patient_id = ?";
            case "appointment_id" -> "select id from appointment where patient_id = ?";
            case "test_flag_id" -> "select t.id from test_flag t join questionnaire_response f on f.id = t.response_id where f.patient_id = ?";
            default -> "?";
        };
    }
}
