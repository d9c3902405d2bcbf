package clinic.anteroom.scheduling.finder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Picks from all free times the few that help on the phone: the first three that do not overlap one another, then on
 * each later day the first of the morning and the first of the afternoon. Nobody wants to hear 9:00, 9:15 and 9:30.
 */
final class Spread {

    private static final int FIRST_TIMES = 3;
    private static final int NOON = 12;

    private final ZoneId zone;
    private final int atMost;
    private final List<Plan> picked = new ArrayList<>();
    private final Set<String> halfDays = new HashSet<>();

    private Spread(ZoneId zone, int atMost) {
        this.zone = zone;
        this.atMost = atMost;
    }

    /**
     * @param plans  all of them, earliest first; read only as far as needed
     * @param atMost length of the list that comes out, 1 or more
     */
    static List<Plan> of(Stream<Plan> plans, ZoneId zone, int atMost) {
        Spread spread = new Spread(zone, atMost);
        Iterator<Plan> all = plans.iterator();
        while (spread.picked.size() < spread.atMost && all.hasNext()) {
            spread.consider(all.next());
        }
        return List.copyOf(spread.picked);
    }

    private void consider(Plan plan) {
        boolean newHalfDay = !halfDays.contains(halfDay(plan.start()));
        boolean wanted = picked.size() < FIRST_TIMES ? startsAfterLast(plan) : newHalfDay && onLaterDay(plan);
        if (wanted) {
            picked.add(plan);
            halfDays.add(halfDay(plan.start()));
        }
    }

    private boolean startsAfterLast(Plan plan) {
        return picked.isEmpty() || !plan.start().isBefore(picked.get(picked.size() - 1).whole().end());
    }

    private boolean onLaterDay(Plan plan) {
        return date(plan.start()).isAfter(date(picked.get(FIRST_TIMES - 1).start()));
    }

    private String halfDay(Instant start) {
        return date(start) + (start.atZone(zone).getHour() < NOON ? " morning" : " afternoon");
    }

    private LocalDate date(Instant start) {
        return LocalDate.ofInstant(start, zone);
    }
}
