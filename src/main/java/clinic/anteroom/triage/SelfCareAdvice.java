package clinic.anteroom.triage;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
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
 */
public record SelfCareAdvice(String name, String version, List<Text> steps, List<Text> callAtOnceIf, Text bookIf) {

    private static final Map<String, Optional<SelfCareAdvice>> READ = new ConcurrentHashMap<>();

    /**
     * One text.
     *
     * @param id    for example {@code TW-A01}; never null
     * @param words in the patient's words; never null
     */
    public record Text(String id, String words) {
    }

    /** The advice for a questionnaire, for example {@code muscle-twitching}; empty if nobody wrote one. */
    static Optional<SelfCareAdvice> find(String name) {
        return READ.computeIfAbsent(name, SelfCareAdvice::read);
    }

    private static Optional<SelfCareAdvice> read(String name) {
        InputStream in = SelfCareAdvice.class.getResourceAsStream("advice/" + name + ".v1.json");
        if (in == null) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(in)) {
            JsonObject document = reader.readObject();
            return Optional.of(new SelfCareAdvice(document.getString("name"), document.getString("version"),
                    texts(document.getJsonArray("steps")), texts(document.getJsonArray("callAtOnceIf")),
                    text(document.getJsonObject("bookIf"))));
        }
    }

    private static List<Text> texts(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(SelfCareAdvice::text).toList();
    }

    private static Text text(JsonObject object) {
        return new Text(object.getString("id"), object.getString("text"));
    }
}
