package clinic.anteroom.intake;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Reads enableWhen. Only conditions that name the answers they need are read: {@code !=} and {@code exists} would make
 * a missing answer mean something.
 */
final class ConditionReader {

    private ConditionReader() {
    }

    static Condition read(FhirItem item) {
        List<Condition> parts = item.enableWhen().map(json -> part(item.linkId(), json)).toList();
        if (parts.isEmpty()) {
            return Condition.ALWAYS;
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return item.needsAll() ? new Condition.AllOf(parts) : new Condition.AnyOf(parts);
    }

    private static Condition part(String linkId, JsonObject json) {
        String question = json.getString("question", "");
        String operator = json.getString("operator", "");
        JsonObject coding = json.getJsonObject("answerCoding");
        if (coding != null && operator.equals("=")) {
            return new Condition.Picked(question, coding.getString("code"));
        }
        if (json.containsKey("answerBoolean") && operator.equals("=")) {
            return new Condition.Said(question, json.getBoolean("answerBoolean"));
        }
        JsonNumber limit = json.getJsonNumber(json.containsKey("answerInteger") ? "answerInteger" : "answerDecimal");
        if (limit == null) {
            throw QuestionnaireReader.fault("Item " + linkId + " is enabled when " + question + " " + operator
                    + " something that is neither an option, nor yes or no, nor a number.",
                    "the options that enable it are to be listed, each with =");
        }
        return new Condition.Compared(question, comparison(linkId, operator), limit.bigDecimalValue());
    }

    private static Condition.Comparison comparison(String linkId, String operator) {
        return switch (operator) {
            case "<" -> Condition.Comparison.LESS;
            case "<=" -> Condition.Comparison.LESS_OR_EQUAL;
            case "=" -> Condition.Comparison.EQUAL;
            case ">=" -> Condition.Comparison.GREATER_OR_EQUAL;
            case ">" -> Condition.Comparison.GREATER;
            default -> throw QuestionnaireReader.fault("Item " + linkId + " compares with \"" + operator + "\".",
                    "one of < <= = >= > was meant");
        };
    }
}
