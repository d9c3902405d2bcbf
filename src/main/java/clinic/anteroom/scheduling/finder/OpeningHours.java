package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When a site could work at all: weekly hours less the closed days, wall times turned into instants with the zone
 * spelled out.
 *
 * @param zone     the site's zone; never null
 * @param closures closed days; never null, perhaps empty
 */
public record OpeningHours(ZoneId zone, List<Closure> closures) {

    public OpeningHours {
        closures = List.copyOf(closures);
    }

    /** The moments in which the weekly hours are open, for every day that the window touches. */
    public Timeline during(TimeRange window, List<WeeklyOpening> weekly) {
        return during(window, weekly, List.of());
    }

    /** The same, where each exception stands for its whole date: what was opened on purpose is open on a holiday too. */
    public Timeline during(TimeRange window, List<WeeklyOpening> weekly, List<OpeningException> exceptions) {
        Map<LocalDate, List<OpeningException>> byDate = exceptions.stream().collect(Collectors.groupingBy(OpeningException::date));
        List<TimeRange> open = new ArrayList<>();
        Instant last = window.end();
        for (ClinicDay day = ClinicDay.of(window.start(), zone); day.whole().start().isBefore(last); day = day.next()) {
            if (byDate.containsKey(day.date())) {
                addExceptions(open, day, byDate.get(day.date()));
            } else if (!isClosed(day.date())) {
                addHours(open, day, weekly);
            }
        }
        return Timeline.of(open);
    }

    /** The whole days that are not closed, whatever the weekly hours say; of a date with hours of its own these alone. */
    public List<TimeRange> days(TimeRange window, List<OpeningException> exceptions) {
        Map<LocalDate, List<OpeningException>> byDate = exceptions.stream().collect(Collectors.groupingBy(OpeningException::date));
        List<TimeRange> open = new ArrayList<>();
        for (ClinicDay day = ClinicDay.of(window.start(), zone); day.whole().start().isBefore(window.end()); day = day.next()) {
            if (byDate.containsKey(day.date())) {
                addExceptions(open, day, byDate.get(day.date()));
            } else if (!isClosed(day.date())) {
                open.add(day.whole());
            }
        }
        return open;
    }

    private static void addExceptions(List<TimeRange> open, ClinicDay day, List<OpeningException> exceptions) {
        exceptions.stream().filter(OpeningException::isOpen)
                .forEach(hours -> day.between(hours.opens(), hours.closes()).ifPresent(open::add));
    }

    /** Whether the whole clinic is closed on the date. */
    public boolean isClosed(LocalDate date) {
        return closures.stream().anyMatch(closure -> closure.covers(date));
    }

    private static void addHours(List<TimeRange> open, ClinicDay day, List<WeeklyOpening> weekly) {
        for (WeeklyOpening hours : weekly) {
            if (hours.holdsOn(day.date())) {
                day.between(hours.opens(), hours.closes()).ifPresent(open::add);
            }
        }
    }
}
