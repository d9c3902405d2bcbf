package clinic.anteroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What somebody agrees to who sends a form in. The words agreed to are kept with the form, so that nobody has to guess
 * later what they were.
 *
 * @param version    for example {@code send.v1}; never null
 * @param paragraphs in the patient's words; never empty
 */
public record ConsentWording(String version, List<String> paragraphs) {

    // A wording somebody agreed to is never edited: a change is a new file and a new name here.
    private static final ConsentWording NEWEST = read("send.v1");

    public ConsentWording {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The wording that is shown now. */
    public static ConsentWording newest() {
        return NEWEST;
    }

    /** All of it as one text. */
    String text() {
        return String.join("\n", paragraphs);
    }

    private static ConsentWording read(String version) {
        try (InputStream in = ConsentWording.class.getResourceAsStream("consent/" + version + ".txt")) {
            return new ConsentWording(version, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
