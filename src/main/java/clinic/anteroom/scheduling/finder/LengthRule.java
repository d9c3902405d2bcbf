package clinic.anteroom.scheduling.finder;

import java.time.Duration;

/**
 * Minutes that a phase takes for each unit beyond those that are included.
 *
 * @param phase    place of the phase, from 1
 * @param factor   what is counted; never null
 * @param included units that the base length covers, 0 or more
 * @param each     for every further unit; positive
 */
public record LengthRule(int phase, VisitNeeds.Factor factor, int included, Duration each) {

    /** What the needs add to the phase; zero or more. */
    Duration extra(VisitNeeds needs) {
        return each.multipliedBy(Math.max(0, needs.units(factor) - included));
    }
}
