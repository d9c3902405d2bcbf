package clinic.anteroom.shared;

import jakarta.json.JsonObject;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a document in another language, as a document of its own: what is translated keeps its hash, and a better
 * translation changes nothing that was ever decided. Each text has its key and stands beside the English it translates;
 * English that reads differently by now has no translation.
 *
 * <pre>{"translates": "muscle-twitching|1", "language": "fr-CA", "version": "1", "status": "draft, to be reviewed",
 *  "texts": {"TW-Q04#NONE": {"en": "None of these", "fr": "Rien de tout cela"}}}</pre>
 */
public final class Translation {

    private final Language language;
    private final String version;
    private final String status;
    private final Map<String, JsonObject> texts = new LinkedHashMap<>();

    private Translation(JsonObject document) {
        language = Language.of(document.getString("language")).orElseThrow();
        version = document.getString("version");
        status = document.getString("status");
        document.getJsonObject("texts").forEach((key, text) -> texts.put(key, text.asJsonObject()));
    }

    /**
     * Reads the translation that lies beside a document.
     *
     * @param beside whose package holds it
     * @param file   for example {@code questionnaires/muscle-twitching.v1.fr.json}
     * @return empty if nobody wrote one
     */
    public static Optional<Translation> find(Class<?> beside, String file) {
        InputStream in = beside.getResourceAsStream(file);
        if (in == null) {
            return Optional.empty();
        }
        return Optional.of(new Translation(JsonText.object(in)));
    }

    /** Never null. */
    public Language language() {
        return language;
    }

    /** Version of the translation, not of what is translated; never null. */
    public String version() {
        return version;
    }

    /** Who has read it over, for example {@code draft, to be reviewed}; never null. */
    public String status() {
        return status;
    }

    /** What it has words for. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** The words for a key; empty if there are none for exactly this English. */
    public Optional<String> find(String key, String english) {
        return Optional.ofNullable(texts.get(key)).filter(text -> text.getString("en").equals(english))
                .map(text -> text.getString(language.code()));
    }

    /**
     * The words for a key.
     *
     * @throws IllegalStateException if there are none for exactly this English
     */
    public String get(String key, String english) {
        return find(key, english).orElseThrow(() -> new IllegalStateException("\"" + english + "\" (" + key + ") has no words in "
                + language.tag() + ".\nMaybe the English was changed and its translation was not."));
    }
}
