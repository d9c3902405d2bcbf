package clinic.anteroom.scheduling.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicDayTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    @ParameterizedTest
    @DisplayName("T19 days of 23 and 25 hours")
    @CsvSource({
        "2026-11-01, 25, 92",   // 24 hours of wall time in quarters, less the repeated hour
        "2027-03-14, 23, 92",   // less the skipped hour
        "2027-11-07, 25, 92",
        "2026-11-30, 24, 96",
    })
    void daysOfAClockChangeAreShorterOrLonger(LocalDate date, int hours, long quarters) {
        ClinicDay day = new ClinicDay(date, TORONTO);
        assertThat(day.whole().length()).isEqualTo(Duration.ofHours(hours));
        assertThat(day.grid(15).count()).isEqualTo(quarters);
    }

    @ParameterizedTest
    @DisplayName("T19 skipped and repeated wall times are no starts")
    @CsvSource({"2027-03-14, 02:00", "2027-03-14, 02:30", "2027-03-14, 02:59", "2026-11-01, 01:00", "2026-11-01, 01:30", "2027-11-07, 01:59"})
    void unclearWallTimesHaveNoMoment(LocalDate date, LocalTime time) {
        assertThat(new ClinicDay(date, TORONTO).at(time)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-14, 01:59, 2027-03-14T06:59:00Z",
        "2027-03-14, 03:00, 2027-03-14T07:00:00Z",
        "2026-11-01, 00:59, 2026-11-01T04:59:00Z",
        "2026-11-01, 02:00, 2026-11-01T07:00:00Z",
        "2026-11-01, 09:00, 2026-11-01T14:00:00Z",
        "2026-10-31, 09:00, 2026-10-31T13:00:00Z",
    })
    void clearWallTimesHaveOneMoment(LocalDate date, LocalTime time, Instant moment) {
        assertThat(new ClinicDay(date, TORONTO).at(time)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-14, 01:00, 04:00, 2027-03-14T06:00:00Z, 2027-03-14T08:00:00Z",   // three hours on the wall, two in fact
        "2027-03-14, 02:30, 04:00, 2027-03-14T07:00:00Z, 2027-03-14T08:00:00Z",   // opens in the skipped hour
        "2027-03-14, 01:00, 02:30, 2027-03-14T06:00:00Z, 2027-03-14T07:00:00Z",   // closes in the skipped hour
        "2026-11-01, 00:00, 03:00, 2026-11-01T04:00:00Z, 2026-11-01T08:00:00Z",   // four hours in fact
        "2026-11-01, 01:30, 03:00, 2026-11-01T06:30:00Z, 2026-11-01T08:00:00Z",   // opens at the second 1:30
        "2026-11-01, 00:00, 01:30, 2026-11-01T04:00:00Z, 2026-11-01T05:30:00Z",   // closes at the first 1:30
    })
    void hoursOverAClockChangeTakeTheSmallerReading(LocalDate date, LocalTime opens, LocalTime closes, Instant start, Instant end) {
        assertThat(new ClinicDay(date, TORONTO).between(opens, closes)).contains(new TimeRange(start, end));
    }

    @Test
    void hoursInsideTheSkippedHourAreNoHours() {
        assertThat(new ClinicDay(LocalDate.of(2027, 3, 14), TORONTO).between(LocalTime.of(2, 0), LocalTime.of(3, 0))).isEmpty();
    }

    @Test
    void hoursInsideTheRepeatedHourAreNoHours() {
        assertThat(new ClinicDay(LocalDate.of(2026, 11, 1), TORONTO).between(LocalTime.of(1, 10), LocalTime.of(1, 50))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"40, 36", "45, 32", "90, 16", "7, 206"})
    void theGridIsCountedFromLocalMidnight(int minutes, long starts) {
        ClinicDay day = new ClinicDay(LocalDate.of(2026, 11, 30), TORONTO);
        assertThat(day.grid(minutes).count()).isEqualTo(starts);
        assertThat(day.grid(minutes)).first().isEqualTo(day.whole().start());
    }

    @ParameterizedTest
    @DisplayName("T19 nine is nine in every zone: Rainy River, Atikokan, Thunder Bay, and those with half hours")
    @CsvSource({"Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "America/Vancouver", "America/Winnipeg", "America/Rainy_River", "America/Atikokan", "America/Thunder_Bay"})
    void nineIsNineInEveryZone(String zone) {
        ClinicDay day = new ClinicDay(LocalDate.of(2026, 11, 30), ZoneId.of(zone));
        assertThat(day.grid(15)).anyMatch(start -> start.atZone(ZoneId.of(zone)).toLocalTime().equals(LocalTime.of(9, 0)));
    }

    @Test
    void aGridOfNothingIsRefused() {
        assertThatThrownBy(() -> new ClinicDay(LocalDate.of(2026, 11, 30), TORONTO).grid(0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe");
    }
}
