package clinic.anteroom.care;

import java.util.UUID;

/**
 * What stands beside a case in a folder, which need not hold that case any more.
 *
 * @param previous the case before it; null at the beginning
 * @param next     the case after it; null at the end
 */
public record Neighbours(UUID previous, UUID next) {
}
