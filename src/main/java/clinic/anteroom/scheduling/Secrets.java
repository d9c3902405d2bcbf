package clinic.anteroom.scheduling;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets of links: 128 random bits, told once; only their hash is kept. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Secrets() {
    }

    /** A new one, 32 hex digits. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
