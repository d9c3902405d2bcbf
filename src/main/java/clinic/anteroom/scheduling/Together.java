package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;

/**
 * Times of two visits that fit each other.
 *
 * @param first  the earlier one; never null
 * @param second the later one; never null
 */
public record Together(FreeTime first, FreeTime second) {
}
