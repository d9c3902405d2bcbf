package clinic.anteroom.triage;

import clinic.anteroom.shared.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A rule changed on fields: its words, its urgency, its thresholds. The rule gets its next version.
 *
 * @param rule       for example {@code TW-R01}
 * @param sentence   what it says
 * @param doctor     for doctors, with {linkId} for answers
 * @param patient    for patients; blank if they read nothing
 * @param urgency    code, or blank to leave it as it is
 * @param thresholds every number in its conditions, in their order
 */
public record RuleRevision(String rule, String sentence, String doctor, String patient, String urgency, List<BigDecimal> thresholds) {

    private static final List<String> LIMITS = List.of("gt", "ge", "lt", "le", "between", "n");

    /** The document with this rule changed, under a new version. */
    String in(String document, int version) {
        JsonObject root = JsonText.object(document);
        JsonArrayBuilder rules = Json.createArrayBuilder();
        boolean found = false;
        for (JsonObject one : root.getJsonArray("rules").getValuesAs(JsonObject.class)) {
            found |= one.getString("id").equals(rule);
            rules.add(one.getString("id").equals(rule) ? changed(one) : one);
        }
        if (!found) {
            throw new NotReleasable("refusal.rule_unknown", rule);
        }
        return text(Json.createObjectBuilder(root).add("version", version).add("rules", rules).build());
    }

    /** The numbers in the conditions of a rule, in their order. */
    static List<BigDecimal> thresholds(JsonObject rule) {
        java.util.ArrayList<BigDecimal> numbers = new java.util.ArrayList<>();
        collect(rule.get("when"), "", numbers);
        return numbers;
    }

    private JsonObject changed(JsonObject old) {
        JsonObjectBuilder builder = Json.createObjectBuilder(old).add("version", old.getInt("version") + 1).add("sentence", sentence.strip())
                .add("doctor", words(old, "doctor", doctor)).add("when", replaced(old.get("when"), "", thresholds.iterator()));
        if (!patient.isBlank() || old.containsKey("patient")) {
            builder.add("patient", words(old, "patient", patient));
        }
        if (!urgency.isBlank() && old.getJsonObject("raise").containsKey("urgency")) {
            builder.add("raise", Json.createObjectBuilder(old.getJsonObject("raise")).add("urgency", urgency));
        }
        return builder.build();
    }

    private static JsonObjectBuilder words(JsonObject old, String field, String english) {
        JsonObjectBuilder words = old.containsKey(field) ? Json.createObjectBuilder(old.getJsonObject(field)) : Json.createObjectBuilder();
        return words.add("en", english.strip());
    }

    private static void collect(JsonValue value, String key, List<BigDecimal> numbers) {
        if (value instanceof JsonNumber number && LIMITS.contains(key)) {
            numbers.add(number.bigDecimalValue());
        } else if (value instanceof JsonObject object) {
            object.forEach((name, child) -> collect(child, name, numbers));
        } else if (value != null && value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(child -> collect(child, key, numbers));
        }
    }

    private static JsonValue replaced(JsonValue value, String key, Iterator<BigDecimal> numbers) {
        if (value instanceof JsonNumber && LIMITS.contains(key) && numbers.hasNext()) {
            return Json.createValue(numbers.next());
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder builder = Json.createObjectBuilder();
            for (Map.Entry<String, JsonValue> child : object.entrySet()) {
                builder.add(child.getKey(), replaced(child.getValue(), child.getKey(), numbers));
            }
            return builder.build();
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder builder = Json.createArrayBuilder();
            value.asJsonArray().forEach(child -> builder.add(replaced(child, key, numbers)));
            return builder.build();
        }
        return value;
    }

    private static String text(JsonObject document) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(jakarta.json.stream.JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
            writer.writeObject(document);
        }
        return text.toString().strip() + "\n";
    }
}
