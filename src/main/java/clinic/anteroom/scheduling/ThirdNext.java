package clinic.anteroom.scheduling;

import java.time.Instant;

/**
 * How soon a kind of visit can be had: the third free time, because the first may be a chance gap.
 *
 * @param visitName never null
 * @param first     the first free time; null for none in sixty days
 * @param third     the third day's worth of it; null for none
 * @param days      whole days from now to {@code third}; -1 for none
 */
public record ThirdNext(String visitName, Instant first, Instant third, long days) {
}
