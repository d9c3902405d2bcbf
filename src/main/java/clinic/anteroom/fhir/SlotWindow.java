package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.param.DateRangeParam;
import clinic.anteroom.scheduling.SlotQuery;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** The stretch of time in which a search looks for slots: from now on unless it says otherwise, and never longer than allowed. */
@Dependent
class SlotWindow {

    @Inject
    private ClinicTime time;

    /** Whether nothing can lie in it. */
    boolean isEmpty(DateRangeParam start) {
        return !from(start).isBefore(until(start));
    }

    /** Whether more was asked for than is looked at. */
    boolean isCut(DateRangeParam start) {
        Instant until = Asked.until(start, time.zone());
        return until != null && until.isAfter(from(start).plus(SlotQuery.LONGEST));
    }

    TimeRange of(DateRangeParam start) {
        return new TimeRange(from(start), until(start));
    }

    private Instant from(DateRangeParam start) {
        Instant from = Asked.from(start, time.zone());
        return from == null ? time.now() : from;
    }

    private Instant until(DateRangeParam start) {
        Instant furthest = from(start).plus(SlotQuery.LONGEST);
        Instant until = Asked.until(start, time.zone());
        return until == null || until.isAfter(furthest) ? furthest : until;
    }
}
