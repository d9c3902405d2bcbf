package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.ClosedDayAsked;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.ByHand;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The online form hears of holidays and closed days from the clinic's calendar. */
class ClosedDaysTest {

    private final ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto")));

    @Test
    void publicHolidaysAreClosed() {
        assertThat(isClosed("2027-09-06")).as("Labour Day").isTrue();
        assertThat(isClosed("2027-09-07")).isFalse();
    }

    @Test
    void daysThatTheClinicWroteDownAreClosed() {
        run("insert into closure (from_date, to_date, name) values ('2003-06-03', '2003-06-04', 'We paint')");
        try {
            assertThat(isClosed("2003-06-02")).isFalse();
            assertThat(isClosed("2003-06-03")).isTrue();
            assertThat(isClosed("2003-06-04")).isTrue();
            assertThat(isClosed("2003-06-05")).isFalse();
        } finally {
            run("delete from closure where name = 'We paint'");
        }
    }

    private boolean isClosed(String day) {
        ClosedDayAsked asked = new ClosedDayAsked(LocalDate.parse(day));
        house.transaction(() -> {
            house.get(ClosedDays.class).on(asked);
            return null;
        });
        return asked.isClosed();
    }

    private void run(String sql) {
        house.transaction(() -> house.get(EntityManager.class).createNativeQuery(sql).executeUpdate());
    }
}
