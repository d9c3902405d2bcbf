package clinic.anteroom.access.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what the database keeps but must not be able to read (AES-256-GCM, NIST SP 800-38D). The key comes from the environment, or from a
 * file in the data folder that is made on the first run and that only its owner may read.
 */
@ApplicationScoped
public class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Optional<String> given = Optional.empty();
    private Optional<String> folder = Optional.empty();
    private SecretKeySpec key;

    protected SecretBox() {
    }

    /**
     * @param given  256 bits in base64; empty: the file is used
     * @param folder the data folder; empty: nothing can be sealed without a given key
     */
    @Inject
    public SecretBox(@ConfigProperty(name = "anteroom.key") Optional<String> given, @ConfigProperty(name = "anteroom.data") Optional<String> folder) {
        this.given = given.filter(value -> !value.isBlank());
        this.folder = folder.filter(value -> !value.isBlank());
    }

    /**
     * Seals a text.
     *
     * @param about what it belongs to, for example the id of an account; a seal that is moved to another one does not open
     */
    public String seal(String text, String about) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), about);
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    }

    /** Opens what was sealed for the same thing with the same key; anything else is an IllegalStateException. */
    public String open(String sealed, String about) {
        byte[] all = Base64.getDecoder().decode(sealed);
        return new String(run(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), Arrays.copyOfRange(all, NONCE_BYTES, all.length), about), StandardCharsets.UTF_8);
    }

    /** The same for what comes from a browser: empty for anything that was not sealed so. */
    public Optional<String> tryOpen(String sealed, String about) {
        try {
            return Optional.of(open(sealed, about));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException forged) {
            return Optional.empty();
        }
    }

    /** A key of its own for one thing: always the same for the same thing, and nothing is learned from it about any other. */
    public byte[] keyFor(String about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return mac.doFinal(about.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made. Maybe this Java was built without HmacSHA256.", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String about) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed secret does not open. Maybe ANTEROOM_KEY or secret.key in ANTEROOM_DATA is not the one it was sealed with.", e);
        }
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            byte[] bytes = Base64.getDecoder().decode(given.orElseGet(this::kept).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalStateException("ANTEROOM_KEY holds " + bytes.length + " bytes and not " + KEY_BYTES + ". Maybe it was cut; make one with: openssl rand -base64 32");
            }
            key = new SecretKeySpec(bytes, "AES");
        }
        return key;
    }

    private String kept() {
        Path file = Path.of(folder.orElseThrow(() -> new IllegalStateException(
                "Nothing can be sealed: there is neither ANTEROOM_KEY nor ANTEROOM_DATA. Maybe deploy/env.example was not filled in."))).resolve("secret.key");
        try {
            try {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                byte[] bytes = new byte[KEY_BYTES];
                RANDOM.nextBytes(bytes);
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException kept) {
                // Made on an earlier run.
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
