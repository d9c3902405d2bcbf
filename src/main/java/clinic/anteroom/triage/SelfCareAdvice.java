package clinic.anteroom.triage;

import clinic.anteroom.shared.JsonText;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Translation;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What to do at home, and when home is not enough any more. A document as the rules are: {@code advice/}, each text with
 * an id that never changes its meaning.
 *
 * @param name         of the questionnaire it belongs to; never null
 * @param version      never null
 * @param steps        what to do, in order; never empty
 * @param callAtOnceIf the safety net: any of these needs help at once; never empty
 * @param bookIf       when a normal visit is due; never null
 * @param checkInDays  on which days after the form we ask how it goes; in order, never empty
 */
public record SelfCareAdvice(String name, String version, List<Text> steps, List<Text> callAtOnceIf, Text bookIf, List<Integer> checkInDays) {

    private static final Map<String, Optional<Translation>> TRANSLATED = new ConcurrentHashMap<>();
    private static final Map<String, Optional<SelfCareAdvice>> READ = new ConcurrentHashMap<>();

    /**
     * One text.
     *
     * @param id    for example {@code TW-A01}; never null
     * @param words in the patient's words; never null
     */
    public record Text(String id, String words) {

        private Text in(Translation translation) {
            return new Text(id, translation.get(id, words));
        }
    }

    /** The advice for a questionnaire, for example {@code muscle-twitching}; empty if nobody wrote one. */
    static Optional<SelfCareAdvice> find(String name) {
        return READ.computeIfAbsent(name, SelfCareAdvice::read);
    }

    /** The same advice in the words of another language; in English where nobody has translated it. */
    SelfCareAdvice in(Language language) {
        Optional<Translation> words = language == Language.ENGLISH ? Optional.empty() : TRANSLATED.computeIfAbsent(name,
                one -> Translation.find(SelfCareAdvice.class, "advice/" + one + ".v" + version + "." + language.code() + ".json"));
        return words.map(this::in).orElse(this);
    }

    private SelfCareAdvice in(Translation words) {
        return new SelfCareAdvice(name, version, steps.stream().map(text -> text.in(words)).toList(),
                callAtOnceIf.stream().map(text -> text.in(words)).toList(), bookIf.in(words), checkInDays);
    }

    private static Optional<SelfCareAdvice> read(String name) {
        InputStream in = SelfCareAdvice.class.getResourceAsStream("advice/" + name + ".v1.json");
        if (in == null) {
            return Optional.empty();
        }
        JsonObject document = JsonText.object(in);
        return Optional.of(new SelfCareAdvice(document.getString("name"), document.getString("version"),
                texts(document.getJsonArray("steps")), texts(document.getJsonArray("callAtOnceIf")),
                text(document.getJsonObject("bookIf")),
                document.getJsonArray("checkInDays").getValuesAs(JsonNumber::intValue)));
    }

    private static List<Text> texts(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(SelfCareAdvice::text).toList();
    }

    private static Text text(JsonObject object) {
        return new Text(object.getString("id"), object.getString("text"));
    }
}
