package clinic.anteroom.myvisit;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes what only the patient may know. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LINK_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int CODES = 1_000_000;

    private Secrets() {
    }

    /** The secret of a link: 128 random bits as 32 hex digits, so that no mail program breaks the line. */
    static String link() {
        return hex(LINK_BYTES);
    }

    /** The key of a session or of a page that waits for a code: 256 random bits. */
    static String key() {
        return hex(KEY_BYTES);
    }

    /** Six digits. */
    static String code() {
        return String.format("%06d", RANDOM.nextInt(CODES));
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
