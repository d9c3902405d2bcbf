package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clinic somebody meets who starts the application for the first time. */
class DemoDataTest {

    private static DataSource demo;

    @BeforeAll
    static void load() {
        demo = TestDatabase.fresh("demo_clinic");
        Flyway.configure().dataSource(demo).locations("classpath:db/migration").load().migrate();
        Flyway.configure().dataSource(demo).locations("classpath:db/demo").table("demo_history")
                .baselineOnMigrate(true).baselineVersion("0").load().migrate();
    }

    @Test
    void theNextDaysAreNotEmpty() throws SQLException {
        assertThat(number("select count(*) from appointment where live")).isBetween(35L, 70L);
        assertThat(number("select count(distinct wall_start::date) from appointment")).isEqualTo(10);
        assertThat(number("select count(*) from occupancy o join appointment a on a.id = o.appointment_id where a.visit_type = 'EMG'"))
                .isEqualTo(8 * number("select count(*) from appointment where visit_type = 'EMG'"));
    }

    @Test
    void everythingBookedLiesInOpeningHours() throws SQLException {
        assertThat(number("""
                select count(*) from occupancy o join resource r on r.id = o.resource_id
                where r.kind <> 'PATIENT' and not exists (
                    select from opening n
                    where n.resource_id = o.resource_id
                      and n.weekday = extract(isodow from lower(o.during) at time zone 'America/Toronto')
                      and n.opens <= (lower(o.during) at time zone 'America/Toronto')::time
                      and n.closes >= (upper(o.during) at time zone 'America/Toronto')::time)""")).isZero();
    }

    @Test
    void everyPartOfEveryVisitTypeCanBePlayed() throws SQLException {
        assertThat(number("""
                select count(*) from visit_role r
                where not exists (select from resource_capability c where c.capability = r.capability)""")).isZero();
    }

    @Test
    void everybodyPlaysAPartTheyCanPlay() throws SQLException {
        assertThat(number("""
                select count(*) from occupancy o
                join appointment a on a.id = o.appointment_id
                where o.resource_id <> a.patient_id and not exists (
                    select from phase_role p
                    join visit_role r on r.visit_type = p.visit_type and r.key = p.key
                    join resource_capability c on c.capability = r.capability
                    where p.visit_type = a.visit_type and p.phase = o.phase and c.resource_id = o.resource_id)""")).isZero();
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = demo.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
