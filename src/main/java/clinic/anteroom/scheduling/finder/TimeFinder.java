package clinic.anteroom.scheduling.finder;

import clinic.anteroom.scheduling.finder.WhyNotEarlier.FirstFree;
import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for times at which a visit can be held: pure, and always at an end after the window's last day. */
public final class TimeFinder {

    /** From this wait on, the desk is told what it waits for. */
    private static final Duration LONG_WAIT = Duration.ofDays(1);

    private final Search search;
    private final Casting casting;

    private TimeFinder(Search search) {
        this.search = search;
        this.casting = new Casting(search);
    }

    /**
     * The times worth offering.
     *
     * @param atMost length of the list, 1 or more
     */
    public static Found find(Search search, int atMost) {
        TimeFinder finder = new TimeFinder(search);
        List<Plan> plans = Spread.of(finder.plans(), search.zone(), atMost);
        Reasons reasons = new Reasons(search);
        List<FreeTime> times = plans.stream()
                .map(plan -> FreeTime.of(plan, search.availability(), reasons.next(plan)))
                .toList();
        return new Found(times, finder.whyNotEarlier(times));
    }

    /**
     * The times with somebody whom the patient has met here, earliest first; what {@link #find} finds where there are none.
     *
     * @param atMost length of the list, 1 or more
     */
    public static Found findKnown(Search search, int atMost) {
        Map<Instant, FreeTime> theirs = new TreeMap<>();
        search.known().stream().sorted().filter(person -> search.availability().find(person).isPresent())
                .flatMap(person -> find(search.with(person), atMost).times().stream().map(FreeTime::withoutRank)).forEach(time -> theirs.putIfAbsent(time.start(), time));
        Found usual = find(search, atMost);
        return theirs.isEmpty() ? usual : new Found(theirs.values().stream().limit(atMost).toList(), usual.whyNotEarlier());
    }

    /** Every possible plan, earliest first, worked out only as far as it is read. */
    public static Stream<Plan> all(Search search) {
        return new TimeFinder(search).plans();
    }

    /** The free time nearest to a wall time, the earlier of two that are equally near; empty if there is none. */
    public static Optional<FreeTime> nearest(Search search, LocalTime wall) {
        return all(search)
                .min(Comparator.comparing((Plan plan) -> Duration.between(wall, LocalTime.ofInstant(plan.start(), search.zone())).abs())
                        .thenComparing(Plan::start))
                .map(plan -> FreeTime.of(plan, search.availability(), List.of()));
    }

    /** The plan of a search with everybody and everything named. */
    public static FreeTime named(Search search, Plan plan) {
        return FreeTime.of(plan, search.availability(), List.of());
    }

    private Stream<Plan> plans() {
        return starts()
                .filter(this::patientIsFree)
                .flatMap(start -> casting.at(start).map(cast -> new Plan(search.visit(), start, cast)).stream());
    }

    private Stream<Instant> starts() {
        TimeRange window = search.window();
        ClinicDay first = ClinicDay.of(window.start(), search.zone());
        return Stream.iterate(first, day -> day.whole().start().isBefore(window.end()), ClinicDay::next)
                .filter(day -> search.wishes().allows(day.date(), search.daysHere()) && !search.fullDays().contains(day.date()))
                .flatMap(day -> day.grid(search.visit().gridMinutes()))
                .filter(start -> search.wishes().allows(LocalTime.ofInstant(start, search.zone())))
                .filter(start -> window.contains(TimeRange.startingAt(start, search.visit().length())));
    }

    private boolean patientIsFree(Instant start) {
        return search.availability().isFree(search.patient(), TimeRange.startingAt(start, search.visit().length()));
    }

    private Optional<WhyNotEarlier> whyNotEarlier(List<FreeTime> times) {
        Instant found = times.isEmpty() ? null : times.get(0).start();
        boolean soon = found != null && !times.get(0).late()
                && found.isBefore(search.window().start().plus(LONG_WAIT));
        if (soon) {
            return Optional.empty();
        }
        List<FirstFree> parts = new ArrayList<>();
        for (VisitType.Part part : search.visit().parts()) {
            parts.add(new FirstFree(part.label(), firstStart(start -> casting.canPlay(part, start))));
        }
        parts.add(new FirstFree(WhyNotEarlier.PATIENT, firstStart(this::patientIsFree)));
        return Optional.of(WhyNotEarlier.of(parts, found));
    }

    private Instant firstStart(Predicate<Instant> possible) {
        return starts().filter(possible).findFirst().orElse(null);
    }
}
