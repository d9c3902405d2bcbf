package clinic.anteroom.web.reception;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.FindTimes;
import clinic.anteroom.shared.NewId;
import java.time.DayOfWeek;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WishesBackingTest {

    private final WishesBacking wishes = new WishesBacking();

    private FindTimes asked() {
        return wishes.ask(FindTimes.forPatient("EMG", NewId.next()));
    }

    @Test
    void severalDaysStandInTheAddressAndAreAskedFor() {
        wishes.setWeekday("THURSDAY,TUESDAY");
        assertThat(wishes.getOn()).containsOnlyKeys(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        wishes.getOn().put(DayOfWeek.FRIDAY, true);
        wishes.getOn().put(DayOfWeek.THURSDAY, false);
        assertThat(wishes.getWeekday()).isEqualTo("TUESDAY,FRIDAY");
        assertThat(asked().wishes().weekdays()).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
        assertThat(wishes.isAny()).isTrue();
    }

    @Test
    void whatNamesNoDayIsPassedOver() {
        wishes.setWeekday("SOMEDAY,monday");
        assertThat(wishes.getWeekday()).isNull();
        wishes.setWeekday(null);
        assertThat(wishes.isAny()).isFalse();
        assertThat(asked().wishes().weekdays()).isEmpty();
    }

    @Test
    void theDayOfAnotherVisitIsAskedFor() {
        assertThat(asked().wishes().sameDay()).isFalse();
        wishes.setSameDay(true);
        assertThat(asked().wishes().sameDay()).isTrue();
        assertThat(wishes.isAny()).isTrue();
    }

    @Test
    void aSiteIsAskedFor() {
        UUID site = NewId.next();
        wishes.setSite(site);
        assertThat(asked().wishes().site()).isEqualTo(site);
        assertThat(wishes.isAny()).isTrue();
    }
}
