package clinic.anteroom.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where letters lie while no mail server is set: one .eml file each, named by its message id, so that the whole way works
 * on a first run. A file written twice is one file: a sender that died after writing writes it again, and the newer one stays,
 * because its link and its code are the ones that open something.
 */
@ApplicationScoped
class MailFolder {

    private Optional<Path> folder = Optional.empty();

    /** For the container's proxy. */
    protected MailFolder() {
    }

    /** @param data the data folder; empty where none is set, for example behind a mail server */
    @Inject
    MailFolder(@ConfigProperty(name = "anteroom.data") Optional<String> data) {
        this.folder = data.map(path -> Path.of(path, "mail"));
    }

    /** Whether there is one. */
    boolean isThere() {
        return folder.isPresent();
    }

    /** Writes a mail; nobody ever sees half of it. */
    void write(UUID id, MimeMessage message) throws MessagingException {
        write(id + ".eml", message::writeTo);
    }

    /** Writes the words of a text message. */
    void write(UUID id, String words) throws MessagingException {
        write(id + ".txt", out -> out.write(words.getBytes(StandardCharsets.UTF_8)));
    }

    /** The file as it lies there; empty if it was never written, or moved away. */
    Optional<String> read(UUID id) {
        return folder.map(path -> path.resolve(id + ".eml")).filter(Files::isReadable).map(file -> {
            try {
                return Files.readString(file);
            } catch (IOException gone) {
                return null;
            }
        });
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException, MessagingException;
    }

    private void write(String name, Content content) throws MessagingException {
        Path into = folder.orElseThrow();
        try {
            Files.createDirectories(into);
            // Named like its letter, so that what a sender left half written is written over.
            Path half = into.resolve(name + ".half");
            try (OutputStream out = Files.newOutputStream(half)) {
                content.writeTo(out);
            }
            Files.move(half, into.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MessagingException("The folder " + into + " takes no mail.", e);
        }
    }
}
