package clinic.anteroom.triage;

import clinic.anteroom.shared.JsonText;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule on fields, to be changed.
 *
 * @param rule       for example {@code TW-R01}
 * @param version    of the rule
 * @param sentence   what it says
 * @param doctor     for doctors, English
 * @param patient    for patients, English; empty if they read nothing
 * @param urgency    code; empty if it raises none
 * @param thresholds every number in its conditions, in their order
 */
public record RuleFields(String rule, int version, String sentence, String doctor, String patient, String urgency, List<BigDecimal> thresholds) {

    /** The rule of a document. Refuses one that is not there. */
    static RuleFields of(String document, String rule) {
        JsonObject found = JsonText.object(document).getJsonArray("rules").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("id").equals(rule)).findFirst().orElseThrow(FlagGone::new);
        return new RuleFields(rule, found.getInt("version"), found.getString("sentence"), english(found, "doctor"), english(found, "patient"),
                found.getJsonObject("raise").getString("urgency", ""), RuleRevision.thresholds(found));
    }

    /** The thresholds in one line, with a comma between. */
    public String thresholdsLine() {
        return thresholds.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    }

    /**
     * Reads such a line.
     *
     * @param before what stands there now: there must be as many
     * @throws NotReleasable if it is no such line
     */
    public static List<BigDecimal> numbers(String line, List<BigDecimal> before) {
        try {
            List<BigDecimal> numbers = line == null || line.isBlank() ? List.of()
                    : Arrays.stream(line.split("[,;]")).map(String::strip).map(BigDecimal::new).toList();
            if (numbers.size() == before.size()) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // Told below, like a line that is too short.
        }
        throw new NotReleasable("refusal.thresholds", before.size());
    }

    private static String english(JsonObject rule, String field) {
        return rule.containsKey(field) ? rule.getJsonObject(field).getString("en", "") : "";
    }
}
