package clinic.anteroom.scheduling.finder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ontario's nine public holidays (Employment Standards Act, 2000, section 1 and O. Reg. 285/01). A holiday of a fixed date
 * that falls on a weekend is also kept on the next weekday that is free, as clinics do; for Canada Day on a Sunday the
 * Retail Business Holidays Act says so.
 */
public final class OntarioHolidays {

    private OntarioHolidays() {
    }

    /**
     * The closed days of a year, in order.
     *
     * @param year 1900 to 2099
     */
    public static List<Closure> of(int year) {
        List<Closure> days = new ArrayList<>();
        fixed(days, year, Month.JANUARY, 1, "New Year's Day");
        add(days, first(year, Month.FEBRUARY, DayOfWeek.MONDAY).plusWeeks(2), "Family Day");
        add(days, easterSunday(year).minusDays(2), "Good Friday");
        add(days, LocalDate.of(year, Month.MAY, 25).with(TemporalAdjusters.previous(DayOfWeek.MONDAY)), "Victoria Day");
        fixed(days, year, Month.JULY, 1, "Canada Day");
        add(days, first(year, Month.SEPTEMBER, DayOfWeek.MONDAY), "Labour Day");
        add(days, first(year, Month.OCTOBER, DayOfWeek.MONDAY).plusWeeks(1), "Thanksgiving");
        fixed(days, year, Month.DECEMBER, 25, "Christmas Day");
        fixed(days, year, Month.DECEMBER, 26, "Boxing Day");
        observe(days);
        return List.copyOf(days);
    }

    private static LocalDate first(int year, Month month, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.firstInMonth(day));
    }

    private static void fixed(List<Closure> days, int year, Month month, int day, String name) {
        add(days, LocalDate.of(year, month, day), name);
    }

    private static void add(List<Closure> days, LocalDate date, String name) {
        days.add(new Closure(date, date, name));
    }

    /** Christmas on Saturday and Boxing Day on Sunday are kept on Monday and Tuesday. */
    private static void observe(List<Closure> days) {
        for (Closure holiday : List.copyOf(days)) {
            if (holiday.from().getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
                LocalDate kept = holiday.from();
                while (kept.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || isTaken(days, kept)) {
                    kept = kept.plusDays(1);
                }
                add(days, kept, holiday.name() + " (observed)");
            }
        }
        days.sort(Comparator.comparing(Closure::from));
    }

    private static boolean isTaken(List<Closure> days, LocalDate date) {
        return days.stream().anyMatch(day -> day.covers(date));
    }

    /** Gauss's rule in the anonymous Gregorian form (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
