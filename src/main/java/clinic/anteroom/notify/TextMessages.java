package clinic.anteroom.notify;

import jakarta.mail.MessagingException;
import java.util.UUID;

/**
 * Sends text messages to phones. The one way out for every provider; a clinic that has one adds its own as an alternative.
 */
interface TextMessages {

    /** Whether messages can leave. */
    boolean isThere();

    /**
     * Hands a message over.
     *
     * @param id    known to the provider, so that a message sent twice is known as the same
     * @param phone never null
     * @param words at most three parts of a text message; never null
     * @throws MessagingException if it is not taken
     */
    void send(UUID id, String phone, String words) throws MessagingException;
}
