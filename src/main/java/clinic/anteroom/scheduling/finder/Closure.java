package clinic.anteroom.scheduling.finder;

import java.time.LocalDate;

/**
 * Days on which the whole clinic is closed.
 *
 * @param from first closed date; never null
 * @param to   last closed date; never null
 * @param name what the desk calls it, for example "Christmas Day"; never null
 */
public record Closure(LocalDate from, LocalDate to, String name) {

    /** Whether the date is a closed one. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
