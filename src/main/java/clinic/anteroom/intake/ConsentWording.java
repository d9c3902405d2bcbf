package clinic.anteroom.intake;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody agrees to who sends a form in. The words agreed to are kept with the form, so that nobody has to guess
 * later what they were.
 *
 * @param version    for example {@code send.v1}, or {@code send.v1 fr-CA 1} for its first French words; never null
 * @param paragraphs in the patient's words; never empty
 */
public record ConsentWording(String version, List<String> paragraphs) {

    // A wording somebody agreed to is never edited: a change is a new file and a new name here.
    private static final ConsentWording ENGLISH = read("send.v1");
    private static final ConsentWording FRENCH = ENGLISH.in(Translation.find(ConsentWording.class, "consent/send.v1.fr.json").orElseThrow());

    public ConsentWording {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The wording that is shown now to who reads this language. */
    public static ConsentWording newest(Language language) {
        return language == Language.FRENCH ? FRENCH : ENGLISH;
    }

    /** All of it as one text. */
    String text() {
        return String.join("\n", paragraphs);
    }

    private ConsentWording in(Translation translation) {
        return new ConsentWording(version + " " + translation.language().tag() + " " + translation.version(),
                IntStream.range(0, paragraphs.size()).mapToObj(i -> translation.get("" + (i + 1), paragraphs.get(i))).toList());
    }

    private static ConsentWording read(String version) {
        try (InputStream in = ConsentWording.class.getResourceAsStream("consent/" + version + ".txt")) {
            return new ConsentWording(version, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
