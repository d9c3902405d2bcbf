package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for several visits of one patient that follow each other: all on one day, the soonest end, the fewest days. Pure,
 * and bounded by the windows of its searches: for each day at most one search a leg.
 */
final class BundleFinder {

    private final List<Search> legs;
    private final ZoneId zone;

    /** @param legs one search for each visit, in order, all over the same window */
    BundleFinder(List<Search> legs) {
        this.legs = List.copyOf(legs);
        this.zone = legs.get(0).zone();
    }

    /** At most one bundle of each kind, none twice; empty if the legs cannot be held at all. */
    List<SelfBundle> find() {
        List<SelfBundle> found = new ArrayList<>();
        Optional<List<Plan>> soonest = chain(legs.get(0).window());
        List<List<Plan>> oneDay = onOneDay();
        oneDay.stream().min(Comparator.comparing(BundleFinder::span)).ifPresent(best -> add(found, SelfBundle.Kind.ONE_VISIT, best));
        soonest.ifPresent(plans -> add(found, SelfBundle.Kind.SOONEST, plans));
        if (oneDay.isEmpty()) {
            soonest.map(this::packed).ifPresent(plans -> add(found, SelfBundle.Kind.FEWEST_DAYS, plans));
        }
        return found;
    }

    /** The first five days on which everything fits; one of them has little waiting. */
    private List<List<Plan>> onOneDay() {
        List<List<Plan>> found = new ArrayList<>();
        TimeRange window = legs.get(0).window();
        for (ClinicDay day = ClinicDay.of(window.start(), zone); day.whole().start().isBefore(window.end()) && found.size() < 5; day = day.next()) {
            TimeRange hours = day.whole();
            if (hours.end().isAfter(window.start())) {
                chain(hours).map(this::tightened).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Each leg as early as it can be after the one before. */
    private Optional<List<Plan>> chain(TimeRange within) {
        return chain(List.of(), within.start(), within);
    }

    private Optional<List<Plan>> chain(List<Plan> before, Instant from, TimeRange within) {
        List<Plan> plans = new ArrayList<>(before);
        Instant free = from;
        for (Search leg : legs.subList(before.size(), legs.size())) {
            Optional<Plan> next = first(leg, free, within, plans);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            plans.add(next.get());
            free = next.get().whole().end();
        }
        return Optional.of(plans);
    }

    private Optional<Plan> first(Search leg, Instant from, TimeRange within, List<Plan> before) {
        Instant start = from.isAfter(leg.window().start()) ? from : leg.window().start();
        Instant end = within.end().isBefore(leg.window().end()) ? within.end() : leg.window().end();
        return start.isBefore(end)
                ? TimeFinder.all(leg.within(new TimeRange(start, end))).filter(plan -> before.stream().noneMatch(other -> clash(other, plan))).findFirst()
                : Optional.empty();
    }

    /** The same end with the first leg as late as it can be: nobody waits half a day between two visits. */
    private List<Plan> tightened(List<Plan> plans) {
        Instant end = plans.get(plans.size() - 1).whole().end();
        TimeRange within = new TimeRange(plans.get(0).start(), end);
        List<Plan> best = plans;
        for (Plan later : TimeFinder.all(legs.get(0).within(within)).toList()) {
            Optional<List<Plan>> chain = chain(List.of(later), later.whole().end(), within);
            if (chain.isPresent()) {
                best = chain.get();
            }
        }
        return best;
    }

    /** The soonest chain, with as many legs as possible on the day of the one before. */
    private List<Plan> packed(List<Plan> soonest) {
        List<Plan> best = soonest;
        TimeRange window = legs.get(0).window();
        Instant from = window.start();
        for (int tries = 0; tries < 10; tries++) {
            Optional<List<Plan>> chain = chain(new TimeRange(from, window.end()));
            if (chain.isEmpty()) {
                break;
            }
            best = days(chain.get()) < days(best) ? chain.get() : best;
            from = new ClinicDay(LocalDate.ofInstant(chain.get().get(0).start(), zone), zone).whole().end();
            if (!from.isBefore(window.end())) {
                break;
            }
        }
        return best;
    }

    private long days(List<Plan> plans) {
        return plans.stream().map(plan -> LocalDate.ofInstant(plan.start(), zone)).distinct().count();
    }

    private static Duration span(List<Plan> plans) {
        return Duration.between(plans.get(0).start(), plans.get(plans.size() - 1).whole().end());
    }

    private boolean clash(Plan one, Plan other) {
        List<Plan.Stretch> taken = one.stretches(legs.get(0).patient());
        return other.stretches(legs.get(0).patient()).stream().anyMatch(mine -> taken.stream().anyMatch(
                theirs -> theirs.lane().equals(mine.lane()) && theirs.during().overlaps(mine.during())));
    }

    private void add(List<SelfBundle> found, SelfBundle.Kind kind, List<Plan> plans) {
        List<FreeTime> times = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            times.add(TimeFinder.named(legs.get(i), plans.get(i)));
        }
        if (found.stream().noneMatch(other -> other.legs().stream().map(FreeTime::start).toList().equals(times.stream().map(FreeTime::start).toList()))) {
            found.add(new SelfBundle(kind, times));
        }
    }
}
