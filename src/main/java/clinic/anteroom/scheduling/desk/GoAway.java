package clinic.anteroom.scheduling.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When a doctor is away, on the clinic's wall. The hours of the first day may be repeated on others.
 *
 * @param from     first day; null is refused
 * @param fromTime null for the beginning of that day
 * @param to       last day; null for the first one
 * @param toTime   null for the end of that day
 * @param others   days on which another absence of the same shape begins; perhaps empty
 * @param reason   one of {@link AwayService#REASONS}; anything else is refused
 */
public record GoAway(LocalDate from, LocalTime fromTime, LocalDate to, LocalTime toTime, List<LocalDate> others, String reason) {

    public GoAway {
        others = List.copyOf(others);
    }
}
