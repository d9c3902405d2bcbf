package clinic.anteroom.web.reception;

import java.time.Instant;
import java.util.List;

/** The free times of one day: any instant of it, and the times in order. */
public record OfferedDay(Instant day, List<OfferedTime> times) {
}
