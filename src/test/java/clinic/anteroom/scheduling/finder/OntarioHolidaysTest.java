package clinic.anteroom.scheduling.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OntarioHolidaysTest {

    private static Map<String, LocalDate> year(int year) {
        return OntarioHolidays.of(year).stream().collect(Collectors.toMap(Closure::name, Closure::from));
    }

    /** Family Day, Good Friday, Victoria Day, Labour Day, Thanksgiving as calendars print them. */
    @ParameterizedTest
    @CsvSource({
        "2026, 02-16, 04-03, 05-18, 09-07, 10-12", "2027, 02-15, 03-26, 05-24, 09-06, 10-11", "2028, 02-21, 04-14, 05-22, 09-04, 10-09",
        "2029, 02-19, 03-30, 05-21, 09-03, 10-08", "2030, 02-18, 04-19, 05-20, 09-02, 10-14", "2031, 02-17, 04-11, 05-19, 09-01, 10-13",
        "2032, 02-16, 03-26, 05-24, 09-06, 10-11", "2033, 02-21, 04-15, 05-23, 09-05, 10-10", "2034, 02-20, 04-07, 05-22, 09-04, 10-09",
        "2035, 02-19, 03-23, 05-21, 09-03, 10-08"})
    void movableDaysAreWhereCalendarsPrintThem(int year, String family, String friday, String victoria, String labour, String thanks) {
        assertThat(year(year)).containsEntry("Family Day", LocalDate.parse(year + "-" + family))
                .containsEntry("Good Friday", LocalDate.parse(year + "-" + friday))
                .containsEntry("Victoria Day", LocalDate.parse(year + "-" + victoria))
                .containsEntry("Labour Day", LocalDate.parse(year + "-" + labour))
                .containsEntry("Thanksgiving", LocalDate.parse(year + "-" + thanks))
                .containsEntry("New Year's Day", LocalDate.of(year, 1, 1))
                .containsEntry("Canada Day", LocalDate.of(year, 7, 1))
                .containsEntry("Christmas Day", LocalDate.of(year, 12, 25))
                .containsEntry("Boxing Day", LocalDate.of(year, 12, 26));
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035})
    void theClinicIsClosedOnNineWeekdaysEveryYear(int year) {
        assertThat(OntarioHolidays.of(year).stream().map(Closure::from)
                .filter(date -> date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void aWeekendHolidayIsKeptOnTheNextFreeWeekday() {
        assertThat(year(2026)).containsEntry("Boxing Day (observed)", LocalDate.of(2026, 12, 28));
        assertThat(year(2027)).containsEntry("Christmas Day (observed)", LocalDate.of(2027, 12, 27))
                .containsEntry("Boxing Day (observed)", LocalDate.of(2027, 12, 28));
        assertThat(year(2028)).containsEntry("Canada Day (observed)", LocalDate.of(2028, 7, 3))
                .containsEntry("New Year's Day (observed)", LocalDate.of(2028, 1, 3));
        assertThat(year(2033)).containsEntry("Christmas Day (observed)", LocalDate.of(2033, 12, 27));
    }
}
