package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.param.DateRangeParam;
import clinic.anteroom.scheduling.SlotQuery;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The stretch of time in which a search looks for slots: from now on unless it says otherwise, and never longer than allowed.
 *
 * @param range null if nothing can lie in it
 * @param cut   whether more was asked for than is looked at
 */
record SlotWindow(TimeRange range, boolean cut) {

    static SlotWindow of(DateRangeParam start, Instant now, ZoneId zone) {
        Instant asked = Asked.from(start, zone);
        Instant from = asked == null ? now : asked;
        Instant furthest = from.plus(SlotQuery.LONGEST);
        Instant wanted = Asked.until(start, zone);
        Instant until = wanted == null || wanted.isAfter(furthest) ? furthest : wanted;
        return new SlotWindow(from.isBefore(until) ? new TimeRange(from, until) : null, wanted != null && wanted.isAfter(furthest));
    }
}
