package clinic.anteroom.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Who may book a kind of visit, how late, how far ahead, how many a day.
 *
 * @param bookers  who may; never null
 * @param notice   how long before the start a patient may still book; zero or more. Desk and doctors see who comes
 * @param horizon  how far ahead anybody may book; 1 to 365 days
 * @param alone    how far ahead patients book without the phone; 1 to 365 days, and never further than anybody
 * @param dailyCap visits of this kind on one day, or null for as many as fit
 * @param screened whether questions have to be clear before the patient may go in
 */
public record BookingPolicy(Set<Booker> bookers, Duration notice, Duration horizon, Duration alone, Integer dailyCap, boolean screened) {

    public BookingPolicy {
        bookers = Set.copyOf(bookers);
        alone = alone.compareTo(horizon) > 0 ? horizon : alone;
    }

    /** Refuses with {@link VisitNotPossible} who may not book this at any time. */
    void checkWho(Booker booker) {
        if (!bookers.contains(booker)) {
            throw VisitNotPossible.notForYou();
        }
    }

    /** Refuses with {@link VisitNotPossible} who may not book this, or not at this time. */
    void check(Booker booker, Instant start, Instant now) {
        checkWho(booker);
        if (booker == Booker.PATIENT && start.isBefore(now.plus(notice))) {
            throw VisitNotPossible.tooLateToBook();
        }
        if (start.isAfter(now.plus(horizon))) {
            throw VisitNotPossible.tooFarAhead(horizon.toDays());
        }
    }

    /** Refuses with {@link VisitNotPossible} what is too soon or too far ahead for a patient without the phone. */
    void checkAlone(Instant start, Instant now) {
        if (start.isBefore(now.plus(notice))) {
            throw VisitNotPossible.tooLateToBook();
        }
        if (start.isAfter(now.plus(alone))) {
            throw VisitNotPossible.tooFarAhead(alone.toDays());
        }
    }
}
