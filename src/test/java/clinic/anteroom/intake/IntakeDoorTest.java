package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Thursday in Toronto, in a year in which nobody else sends forms. */
class IntakeDoorTest {

    private static final Instant NINE_O_CLOCK = Instant.parse("2003-11-27T14:00:00Z");

    private final EntityManager entities = TestDatabase.entities().createEntityManager();

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    void doorIsOpenWhileNothingIsSet() {
        assertThat(at(NINE_O_CLOCK)).isEqualTo(new OnlineForm(true, null, null));
    }

    @Test
    void hoursAreThoseOfTheClinicsWall() {
        run("insert into intake_opening values (4, '09:00', '12:00'), (4, '13:00', '17:00'), (5, '09:00', '10:00')");
        assertThat(at(NINE_O_CLOCK.minusSeconds(1)).why()).isEqualTo(OnlineForm.Why.HOURS);
        assertThat(at(NINE_O_CLOCK).open()).isTrue();
        assertThat(at(NINE_O_CLOCK.plusSeconds(3 * 3600)).why()).isEqualTo(OnlineForm.Why.HOURS);
        assertThat(at(NINE_O_CLOCK.plusSeconds(7 * 24 * 3600)).open()).isTrue();
        assertThat(at(NINE_O_CLOCK.plusSeconds(48 * 3600)).open()).isFalse();
    }

    @Test
    void hoursDoNotHoldOnADayOnWhichTheClinicIsClosed() {
        assertThat(at(NINE_O_CLOCK.plusSeconds(24 * 3600)).open()).as("without hours it is always open").isTrue();
        run("insert into intake_opening values (4, '09:00', '12:00'), (5, '09:00', '10:00')");
        assertThat(at(NINE_O_CLOCK).open()).isTrue();
        assertThat(at(NINE_O_CLOCK.plusSeconds(24 * 3600)).why()).isEqualTo(OnlineForm.Why.HOURS);
    }

    @Test
    void capCountsFormsThatCameByThemselvesSinceMidnight() {
        run("insert into clinic_setting (name, value) values ('INTAKE_DAILY_CAP', '0'), ('INTAKE_MESSAGE', 'We are few today.')");
        assertThat(at(NINE_O_CLOCK)).isEqualTo(OnlineForm.closed(OnlineForm.Why.CAP, "We are few today."));
        run("update clinic_setting set value = '1' where name = 'INTAKE_DAILY_CAP'");
        assertThat(at(NINE_O_CLOCK)).isEqualTo(new OnlineForm(true, null, "We are few today."));
    }

    @Test
    void switchClosesWhateverElseIsSet() {
        run("insert into clinic_setting (name, value) values ('INTAKE_SUSPENDED', 'true')");
        assertThat(at(NINE_O_CLOCK).why()).isEqualTo(OnlineForm.Why.SUSPENDED);
    }

    private OnlineForm at(Instant now) {
        return new IntakeDoor(entities, new ClinicTime(Clock.fixed(now, ZoneId.of("UTC")), ZoneId.of("America/Toronto")), LocalDate.parse("2003-11-28")::equals).now();
    }

    private void run(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }
}
