package clinic.anteroom.intake;

import clinic.anteroom.shared.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the secrets and the short names of drafts. */
final class DraftKey {

    /** Digits and letters that nobody mistakes for another on paper or on the phone: no 0 O, 1 I L, U. */
    static final String READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int LINK_BYTES = 16;

    private DraftKey() {
    }

    /** A new key: 256 random bits as 64 hex digits. */
    static String mint() {
        return hex(KEY_BYTES);
    }

    /** The secret of a link by mail: 128 random bits as 32 hex digits, so that no mail program breaks the line. */
    static String mintLink() {
        return hex(LINK_BYTES);
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What is stored of a key. */
    static String hash(String key) {
        return Sha256.of(key);
    }

    /** A new short name, for example {@code K7QM-3T9D}: one of 656 billion, so two alike are not to be expected. */
    static String mintReference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return reference.toString();
    }
}
