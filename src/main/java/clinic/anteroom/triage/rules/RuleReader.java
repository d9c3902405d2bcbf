package clinic.anteroom.triage.rules;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rules of a document. */
final class RuleReader {

    private static final Set<String> RULE = Set.of("id", "version", "level", "sentence", "onTests", "when", "raise",
            "onUnknown", "patient", "doctor", "patientMayRead", "sources");

    private final ExpressionReader expressions;
    private final Map<String, String> titles;

    /** @param titles what the sources of the document are, by their id */
    RuleReader(ExpressionReader expressions, Map<String, String> titles) {
        this.expressions = expressions;
        this.titles = titles;
    }

    Rule read(JsonValue value) {
        String id = value instanceof jakarta.json.JsonObject object && object.get("id") instanceof JsonString text
                ? text.getString() : "without id";
        String place = "rule " + id;
        Fields fields = new Fields(place, value, RULE);
        return new Rule(fields.text("id"), fields.whole("version"), fields.constant(Level.class, "level"),
                fields.text("sentence"), new LinkedHashSet<>(fields.texts("onTests")),
                expressions.read(place, fields.value("when")), raise(place, fields.value("raise")),
                onUnknown(place, fields.value("onUnknown")), fields.textMap("patient"), fields.textMap("doctor"),
                fields.textMap("patientMayRead"), fields.list("sources", source -> source(place, source)));
    }

    private Raise raise(String place, JsonValue value) {
        Fields fields = new Fields(place, value, Set.of("urgency", "tests", "specialty", "other", "suppress"));
        return new Raise(fields.has("urgency") ? fields.constant(Urgency.class, "urgency") : null,
                fields.list("tests", test -> proposal(place, test)), fields.texts("specialty"), fields.texts("other"),
                fields.texts("suppress"));
    }

    private Proposal proposal(String place, JsonValue value) {
        Fields fields = new Fields(place, value, Set.of("test", "strength", "bodyPart", "analytes", "if"));
        return new Proposal(fields.text("test"), fields.constant(Strength.class, "strength"), fields.text("bodyPart", ""),
                fields.texts("analytes"), fields.has("if") ? expressions.read(place, fields.value("if")) : null);
    }

    private OnUnknown onUnknown(String place, JsonValue value) {
        Fields fields = new Fields(place, value, Set.of("do", "urgency", "given", "reason"));
        return new OnUnknown(fields.constant(OnUnknown.Policy.class, "do"),
                fields.has("urgency") ? fields.constant(Urgency.class, "urgency") : null,
                fields.has("given") ? expressions.read(place, fields.value("given")) : null, fields.text("reason", null));
    }

    private Source source(String place, JsonValue value) {
        Fields fields = new Fields(place, value, Set.of("id", "grade"));
        String id = fields.text("id");
        if (!titles.containsKey(id)) {
            throw fields.fault("names the source " + id + ", which the document does not list", "Maybe it is misspelt.");
        }
        return new Source(id, titles.get(id), fields.constant(Source.Grade.class, "grade"));
    }
}
