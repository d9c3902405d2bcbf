package clinic.anteroom.intake;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One item of a FHIR Questionnaire, with the words FHIR has for what we need. */
record FhirItem(JsonObject json) {

    static final String ASKED_FOR_TEST = "https://anteroom.clinic/fhir/StructureDefinition/asked-for-test";
    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

    String linkId() {
        return json.getString("linkId", "");
    }

    /** LOINC code of what it asks; null if there is none. */
    String code() {
        return objects(json, "code").filter(coding -> coding.getString("system", "").equals("http://loinc.org"))
                .map(coding -> coding.getString("code")).findFirst().orElse(null);
    }

    String type() {
        return json.getString("type", "");
    }

    String text() {
        return json.getString("text", "");
    }

    List<FhirItem> children() {
        return objects(json, "item").map(FhirItem::new).toList();
    }

    /** The text of a child that is no question but goes with this one: {@code help} or {@code inline}. */
    String textOf(String itemControl) {
        return children().stream().filter(child -> child.type().equals("display") && child.isShownAs(itemControl))
                .map(FhirItem::text).findFirst().orElse(null);
    }

    boolean isShownAs(String itemControl) {
        return extension("questionnaire-itemControl")
                .map(extension -> objects(extension.getJsonObject("valueCodeableConcept"), "coding"))
                .orElse(Stream.empty()).anyMatch(coding -> coding.getString("code", "").equals(itemControl));
    }

    List<Option> options() {
        return objects(json, "answerOption").map(FhirItem::option).toList();
    }

    Stream<JsonObject> enableWhen() {
        return objects(json, "enableWhen");
    }

    boolean needsAll() {
        return json.getString("enableBehavior", "any").equals("all");
    }

    boolean isTrue(String key) {
        return json.getBoolean(key, false);
    }

    /** A limit, {@code minValue} or {@code maxValue}; null if there is none. */
    BigDecimal limit(String name) {
        return extension(name).flatMap(extension -> extension.values().stream()
                .filter(JsonNumber.class::isInstance).findFirst())
                .map(value -> ((JsonNumber) value).bigDecimalValue()).orElse(null);
    }

    /** What a number counts; null if nothing. */
    String unit() {
        return extension("questionnaire-unit")
                .map(extension -> extension.getJsonObject("valueCoding").getString("display")).orElse(null);
    }

    List<String> askedForTests() {
        return extensions(json, ASKED_FOR_TEST).map(extension -> extension.getString("valueCode")).toList();
    }

    private Optional<JsonObject> extension(String name) {
        return extensions(json, HL7 + name).findFirst();
    }

    private static Option option(JsonObject json) {
        JsonObject coding = json.getJsonObject("valueCoding");
        boolean exclusive = extensions(json, HL7 + "questionnaire-optionExclusive")
                .anyMatch(extension -> extension.getBoolean("valueBoolean", false));
        return new Option(coding.getString("code"), coding.getString("display"), exclusive);
    }

    private static Stream<JsonObject> extensions(JsonObject json, String url) {
        return objects(json, "extension").filter(extension -> extension.getString("url", "").equals(url));
    }

    private static Stream<JsonObject> objects(JsonObject json, String key) {
        JsonArray array = json.getJsonArray(key);
        return array == null ? Stream.empty() : array.getValuesAs(JsonObject.class).stream();
    }

    /** Every key FHIR knows for this item that would change its meaning and that we would not obey. */
    Stream<String> unknownKeys(List<String> known) {
        return json.keySet().stream().filter(key -> !known.contains(key));
    }
}
