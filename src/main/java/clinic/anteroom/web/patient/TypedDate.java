package clinic.anteroom.web.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** A date as people type it: day, month and year in three fields. */
public class TypedDate {

    private String day;
    private String month;
    private String year;

    /** The fields showing this date; empty ones for null. */
    static TypedDate of(LocalDate date) {
        TypedDate typed = new TypedDate();
        if (date != null) {
            typed.day = Integer.toString(date.getDayOfMonth());
            typed.month = Integer.toString(date.getMonthValue());
            typed.year = Integer.toString(date.getYear());
        }
        return typed;
    }

    /** Whether nothing was typed at all. */
    boolean isBlank() {
        return Stream.of(day, month, year).allMatch(part -> part == null || part.isBlank());
    }

    /** The date; empty if these three are no date of the calendar. A year has four digits: 68 could be two of them. */
    Optional<LocalDate> read() {
        try {
            int fullYear = number(year);
            return fullYear < 1000 ? Optional.empty() : Optional.of(LocalDate.of(fullYear, number(month), number(day)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(String part) {
        return Integer.parseInt(part == null ? "" : part.strip());
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }
}
