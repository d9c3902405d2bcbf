package clinic.anteroom.access;

import java.util.List;

/**
 * A second factor that works from now on.
 *
 * @param key           of the sign-in from now on; null: the same as before
 * @param recoveryCodes ten, told this once; never null
 */
public record Enrolled(String key, List<String> recoveryCodes) {
}
