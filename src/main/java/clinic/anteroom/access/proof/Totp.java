package clinic.anteroom.access.proof;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits a device shows for thirty seconds (RFC 6238, HMAC-SHA-1, the only kind every authenticator knows). A clock that is one step
 * off is forgiven.
 */
public final class Totp {

    private static final int SECRET_BYTES = 20;
    private static final int WINDOW = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {
    }

    /** A new secret of 160 bits, in base32 as a person may type it (RFC 4648 section 6). */
    public static String newSecret() {
        return randomBase32(SECRET_BYTES * 8 / 5);
    }

    /** So many random characters of base32, five bits each. */
    static String randomBase32(int length) {
        return IntStream.range(0, length).mapToObj(i -> BASE32.substring(RANDOM.nextInt(32)).substring(0, 1)).collect(Collectors.joining());
    }

    /** The number of the thirty seconds this code belongs to, now or one step off; empty for a code that is not of this time. */
    public static OptionalLong stepOf(String secret, String code, Instant now) {
        long step = stepAt(now);
        return IntStream.rangeClosed(-WINDOW, WINDOW).mapToLong(off -> step + off)
                .filter(at -> MessageDigest.isEqual(codeAt(secret, at).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    /** What a device shows at this moment. */
    public static String code(String secret, Instant now) {
        return codeAt(secret, stepAt(now));
    }

    /** The address an authenticator understands (Key Uri Format). */
    public static String uri(String secret, String clinic, String username) {
        return "otpauth://totp/" + encoded(clinic) + ":" + encoded(username) + "?secret=" + secret + "&issuer=" + encoded(clinic);
    }

    /** The square to be scanned, as a path of an SVG of {@link #squareSize} units; a unit is a module. */
    public static String square(String uri) {
        QrCode code = QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
        return IntStream.range(0, code.size * code.size).filter(i -> code.getModule(i % code.size, i / code.size))
                .mapToObj(i -> "M" + (i % code.size + 4) + " " + (i / code.size + 4) + "h1v1h-1z").collect(Collectors.joining());
    }

    /** Modules of the square's side with the quiet zone of four on each side. */
    public static int squareSize(String uri) {
        return QrCode.encodeText(uri, QrCode.Ecc.MEDIUM).size + 8;
    }

    private static long stepAt(Instant now) {
        return now.getEpochSecond() / TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP.toSeconds();
    }

    private static String codeAt(String secret, long step) {
        try {
            TimeBasedOneTimePasswordGenerator digits = new TimeBasedOneTimePasswordGenerator();
            return digits.generateOneTimePasswordString(new SecretKeySpec(bytes(secret), digits.getAlgorithm()),
                    Instant.ofEpochSecond(step * digits.getTimeStep().toSeconds()), java.util.Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A secret of " + secret.length() + " characters is no key.", e);
        }
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int five = BASE32.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((five >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
