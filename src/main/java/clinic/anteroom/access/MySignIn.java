package clinic.anteroom.access;

import java.util.List;

/**
 * How somebody of the staff signs in, for their own eyes.
 *
 * @param asked    whether a second factor is asked of this account even if none is set up
 * @param device   whether there is a device that shows codes
 * @param codes    recovery codes left, 0 to 10
 * @param passkeys the oldest first; never null
 */
public record MySignIn(boolean asked, boolean device, int codes, List<Passkey> passkeys) {
}
