package clinic.anteroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeRecord;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the database does to end a record, statement by statement: with a clinic's many rows each has to find its own by an index, or the few seconds of a request are not enough. */
class RecordEndPlanTest {

    private static final Pattern LOOKED_THROUGH = Pattern.compile("Seq Scan on (\\w+)");

    private final PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.fresh("planned");

    @Test
    @DisplayName("T41 no statement of a record's end, nor a check of a foreign key behind it, looks through a whole table")
    void everyRowIsFoundByAnIndex() throws SQLException {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").table("schema_history").load().migrate();
        UUID person = oldRecord();
        try (Connection connection = source.getConnection()) {
            List<String> plans = plansOfTheEnd(connection, person, "select 1");
            assertThat(plans).as("statements").hasSizeGreaterThan(300).anyMatch(plan -> plan.contains("delete from freed_time")).anyMatch(plan -> plan.contains("ONLY \"public\".\"booking_key\""));
            assertThat(lookedThrough(plans)).isEmpty();
            assertThat(lookedThrough(plansOfTheEnd(connection, person, "drop index freed_time_by_appointment"))).as("one index fewer is noticed").containsExactly("freed_time");
        }
    }

    private UUID oldRecord() throws SQLException {
        try (ServersDatabase database = ServersDatabase.at(source.getConnection())) {
            database.run("alter table evaluation drop constraint evaluation_rule_set_name_rule_set_version_fkey"); // The server registers documents, and none runs here.
            SomeRecord record = SomeRecord.in(database, "Planned");
            OldRecords.age(database, record);
            database.run("insert into record_end (id, patient_id, last_entry, proposed_by, proposed_at) values (?, ?, now(), 'privacy', now())", NewId.next(), record.patient());
            return record.patient();
        }
    }

    /** How each statement is carried out where looking through a table is the last resort; nothing stays done. */
    private static List<String> plansOfTheEnd(Connection connection, UUID person, String before) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of("load 'auto_explain'", "set local enable_seqscan = off", before, "set local auto_explain.log_min_duration = 0",
                    "set local auto_explain.log_nested_statements = on", "set local auto_explain.log_level = notice")) {
                statement.execute(setting);
            }
            List<String> plans = told(statement, "select end_record('" + person + "', 'second.officer')");
            plans.addAll(told(statement, "set constraints all immediate"));
            return plans;
        } finally {
            connection.rollback();
        }
    }

    private static List<String> told(Statement statement, String command) throws SQLException {
        statement.clearWarnings();
        statement.execute(command);
        List<String> told = new ArrayList<>();
        for (SQLWarning one = statement.getWarnings(); one != null; one = one.getNextWarning()) {
            told.add(one.getMessage());
        }
        return told;
    }

    private static Set<String> lookedThrough(List<String> plans) {
        Set<String> tables = new TreeSet<>();
        for (String plan : plans) {
            Matcher found = LOOKED_THROUGH.matcher(plan);
            while (found.find()) {
                tables.add(found.group(1));
            }
        }
        return tables;
    }
}
