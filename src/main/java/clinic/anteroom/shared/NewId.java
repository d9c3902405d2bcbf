package clinic.anteroom.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids that sort by the time they were made (UUID version 7, RFC 9562 section 5.7), so that indexes grow at their end. */
public final class NewId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private NewId() {
    }

    /** A new id; never null, never the same twice. The time in it orders rows and is trusted for nothing else. */
    public static UUID next() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long high = (System.currentTimeMillis() << 16) | 0x7000L | ((random[0] & 0x0FL) << 8) | (random[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < random.length; i++) {
            low = (low << 8) | (random[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
