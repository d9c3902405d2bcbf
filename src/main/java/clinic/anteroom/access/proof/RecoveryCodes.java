package clinic.anteroom.access.proof;

import clinic.anteroom.shared.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ten ways back for who has lost a device: 80 random bits each, on paper, kept here as hashes only. */
public final class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int LENGTH = 16;

    private RecoveryCodes() {
    }

    /** Ten new codes as they are printed: four groups of four. */
    public static List<String> make() {
        return Stream.generate(() -> Totp.randomBase32(LENGTH).replaceAll("(.{4})(?!$)", "$1-")).limit(HOW_MANY).toList();
    }

    /** Whether somebody who typed this means a recovery code, and not six digits. */
    public static boolean isMeant(String typed) {
        return plain(typed).length() == LENGTH;
    }

    /** What is kept of a code, however it was typed. */
    public static String hash(String typed) {
        return Sha256.of("recovery " + plain(typed));
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
