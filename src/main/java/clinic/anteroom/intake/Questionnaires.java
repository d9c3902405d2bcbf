package clinic.anteroom.intake;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Translation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents this build brings along, each with its translation beside it: the newest of each name is asked, older ones
 * are kept to read old answers.
 */
@ApplicationScoped
public class Questionnaires {

    // The order in which patients see the complaints; of one complaint the oldest first. A file that was asked once is never edited: a change is a new file and a new line here.
    private static final List<String> FILES = List.of("muscle-twitching.v1.json", "submandibular-swelling.v1.json",
            "passing-out.v1.json", "smell-after-covid.v1.json", "bleeding-clotting.v1.json", "belly-button-pain.v1.json");

    private final Map<String, Questionnaire> byCanonical = new LinkedHashMap<>();
    private final Map<String, Questionnaire> translated = new LinkedHashMap<>();
    private final Map<String, Translation> translations = new LinkedHashMap<>();
    private final Map<String, Questionnaire> newestByName = new LinkedHashMap<>();

    /** Reads all documents; one with a fault keeps the application from starting. */
    @PostConstruct
    void read() {
        for (String file : FILES) {
            Questionnaire questionnaire = Questionnaire.parse(text(file));
            byCanonical.put(questionnaire.canonical(), questionnaire);
            newestByName.put(questionnaire.name(), questionnaire);
            Translation.find(Questionnaires.class, "questionnaires/" + file.replace(".json", ".fr.json")).ifPresent(french -> {
                translations.put(questionnaire.canonical(), french);
                translated.put(questionnaire.canonical(), questionnaire.in(french));
            });
        }
    }

    /** What this build brings along, for who runs without a server. */
    public static Questionnaires shipped() {
        Questionnaires shipped = new Questionnaires();
        shipped.read();
        return shipped;
    }

    /** The newest questionnaire of this name, for example {@code muscle-twitching}. */
    public Optional<Questionnaire> findNewest(String name) {
        return Optional.ofNullable(newestByName.get(name));
    }

    /** The newest questionnaire of each complaint, in the order patients see them. */
    List<Questionnaire> newest() {
        return List.copyOf(newestByName.values());
    }

    /**
     * The questionnaire some answers belong to.
     *
     * @param canonical url|version
     * @throws IllegalArgumentException if this build does not bring it along
     */
    public Questionnaire get(String canonical) {
        Questionnaire found = byCanonical.get(canonical);
        if (found == null) {
            throw new IllegalArgumentException("There is no questionnaire " + canonical + " among " + byCanonical.keySet()
                    + ".\nMaybe an older build runs on a newer database.");
        }
        return found;
    }

    /**
     * The questionnaire some answers belong to, in a language; in English if nobody has translated it.
     *
     * @param canonical url|version
     * @throws IllegalArgumentException if this build does not bring it along
     */
    public Questionnaire get(String canonical, Language language) {
        Questionnaire english = get(canonical);
        return language == Language.ENGLISH ? english : translated.getOrDefault(canonical, english);
    }

    /** The words of a questionnaire in another language than English, if it is translated. */
    public Optional<Translation> translationOf(String canonical) {
        return Optional.ofNullable(translations.get(canonical));
    }

    /** Every questionnaire of this build, old versions included, the oldest first. */
    public List<Questionnaire> all() {
        return List.copyOf(byCanonical.values());
    }

    /** The texts of all documents, in the same order: each a FHIR R4 Questionnaire in JSON. */
    public List<String> documents() {
        return FILES.stream().map(Questionnaires::text).toList();
    }

    /** The text of a document, for who hands it on as it is. */
    static String text(String file) {
        try (InputStream in = Questionnaires.class.getResourceAsStream("questionnaires/" + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no document questionnaires/" + file + ".\nMaybe its name was misspelt in FILES.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
