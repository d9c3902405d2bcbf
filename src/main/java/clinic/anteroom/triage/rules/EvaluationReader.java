package clinic.anteroom.triage.rules;

import clinic.anteroom.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Reads what {@link Evaluation#canonicalJson()} wrote, so that a stored evaluation is shown as it was, whatever rules say today. */
public final class EvaluationReader {

    private EvaluationReader() {
    }

    /** The evaluation in a canonical text. */
    public static Evaluation read(String canonicalJson) {
        JsonObject object = JsonText.object(canonicalJson);
        return new Evaluation(outcome(object), basis(object.getJsonObject("basis")),
                objects(object, "findings", EvaluationReader::finding), texts(object, "questionsToAsk"));
    }

    private static Outcome outcome(JsonObject object) {
        return new Outcome(Urgency.valueOf(object.getString("urgency")), texts(object, "urgencyRules"),
                objects(object, "flags", EvaluationReader::flag),
                objects(object, "suppressed", one -> new Suppressed(flag(one.getJsonObject("flag")), one.getString("by"))),
                texts(object, "specialties"), texts(object, "others"),
                objects(object, "warnings", one -> new Warning(one.getString("rule"), texts(one, "tests"), one.getBoolean("hold"))),
                objects(object, "notes", one -> new Note(one.getString("rule"), texts(one, "tests"))));
    }

    private static Basis basis(JsonObject object) {
        return new Basis(text(object, "ruleSet"), text(object, "ruleSetSha256"), text(object, "status"),
                object.getString("questionnaire"), object.getString("answersSha256"),
                LocalDate.parse(object.getString("asOf")), object.getString("evaluatorVersion"));
    }

    private static Flag flag(JsonObject object) {
        return new Flag(object.getString("test"), object.getString("bodyPart"), texts(object, "analytes"),
                texts(object, "alsoConsider"), Strength.valueOf(object.getString("strength")),
                Urgency.valueOf(object.getString("urgency")), texts(object, "rules"));
    }

    private static Finding finding(JsonObject object) {
        return new Finding(object.getString("rule"), object.getInt("ruleVersion"), Level.valueOf(object.getString("level")),
                Truth.valueOf(object.getString("truth")), objects(object, "because", EvaluationReader::because),
                texts(object, "missing"), text(object, "failure"));
    }

    private static Because because(JsonObject object) {
        return new Because(object.getString("linkId"), object.getString("operator"), object.getString("constant"),
                text(object, "answer"), Truth.valueOf(object.getString("truth")), object.getString("via"));
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text ? text.getString() : null;
    }

    private static List<String> texts(JsonObject object, String key) {
        return object.getJsonArray(key).stream().map(value -> ((JsonString) value).getString()).toList();
    }

    private static <T> List<T> objects(JsonObject object, String key, Function<JsonObject, T> each) {
        JsonArray array = object.getJsonArray(key);
        return array.stream().map(JsonValue::asJsonObject).map(each).toList();
    }
}
