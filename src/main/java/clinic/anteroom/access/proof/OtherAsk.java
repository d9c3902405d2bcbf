package clinic.anteroom.access.proof;

import java.io.Serializable;
import java.net.URI;

/**
 * A sign-in that was begun elsewhere and has to come back to the same browser.
 *
 * @param address  where the browser goes
 * @param back     where it comes back to
 * @param state    what it has to bring along
 * @param nonce    what the answer has to hold
 * @param verifier what shows that who fetches the answer is who asked (RFC 7636)
 */
public record OtherAsk(URI address, URI back, String state, String nonce, String verifier) implements Serializable {
}
