package clinic.anteroom.intake;

import clinic.anteroom.shared.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the part of a FHIR R4 Questionnaire that anteroom obeys: groups on top are pages, groups inside them share a
 * condition, items inside are questions, display items shown as {@code help} or {@code inline} go with a question.
 * What it would not obey it refuses, so that no document means more than the screen does.
 */
final class QuestionnaireReader {

    private static final List<String> KNOWN_KEYS = List.of("linkId", "code", "type", "text", "item", "answerOption", "enableWhen",
            "enableBehavior", "repeats", "required", "extension");

    private final String json;

    QuestionnaireReader(String json) {
        this.json = json;
    }

    Questionnaire read(String sha256) {
        JsonObject document = document();
        List<Page> pages = new FhirItem(document).children().stream().map(this::page).toList();
        Questionnaire questionnaire = new Questionnaire(document.getString("url", ""), document.getString("version", ""),
                document.getString("title", ""), document.getString("description", ""), sha256, pages);
        new QuestionnaireCheck(questionnaire).refuseFaults();
        return questionnaire;
    }

    private JsonObject document() {
        try {
            JsonObject document = JsonText.object(json);
            if (!document.getString("resourceType", "").equals("Questionnaire")) {
                throw fault("A document is a " + document.getString("resourceType", "thing without resourceType")
                        + ", not a Questionnaire.", "the wrong file was read");
            }
            return document;
        } catch (JsonException e) {
            throw new IllegalArgumentException("A questionnaire is no JSON object: " + e.getMessage()
                    + ".\nMaybe a comma is missing.", e);
        }
    }

    private Page page(FhirItem item) {
        if (!item.type().equals("group")) {
            throw fault("Item " + item.linkId() + " stands on top and is no group.", "it belongs into the group of a page");
        }
        List<Question> questions = new ArrayList<>();
        collect(item, Condition.ALWAYS, questions);
        return new Page(item.linkId(), item.text(), questions);
    }

    private void collect(FhirItem item, Condition outer, List<Question> questions) {
        refuseUnknownKeys(item);
        Condition condition = both(outer, ConditionReader.read(item));
        for (FhirItem child : item.children()) {
            if (child.type().equals("group")) {
                collect(child, condition, questions);
            } else if (!child.type().equals("display")) {
                refuseUnknownKeys(child);
                questions.add(question(child, both(condition, ConditionReader.read(child))));
            }
        }
    }

    private static Condition both(Condition one, Condition other) {
        if (one.equals(Condition.ALWAYS)) {
            return other;
        }
        return other.equals(Condition.ALWAYS) ? one : new Condition.AllOf(List.of(one, other));
    }

    private Question question(FhirItem item, Condition enableWhen) {
        refuseQuestionsBelow(item);
        QuestionType type = type(item);
        return new Question(item.linkId(), item.code(), type, item.text(), item.textOf("help"), item.textOf("inline"), item.options(),
                item.limit("minValue"), item.limit("maxValue"), item.unit(), item.type().equals("integer"),
                item.isTrue("required"), Set.copyOf(item.askedForTests()), enableWhen);
    }

    private static QuestionType type(FhirItem item) {
        return switch (item.type()) {
            case "choice" -> item.isTrue("repeats") ? QuestionType.MULTI : QuestionType.SINGLE;
            case "integer" -> item.isShownAs("slider") ? QuestionType.SCALE : QuestionType.NUMBER;
            case "decimal" -> QuestionType.NUMBER;
            case "date" -> QuestionType.DATE;
            case "boolean" -> QuestionType.YES_NO;
            case "text" -> QuestionType.TEXT;
            default -> throw fault("Question " + item.linkId() + " has the type \"" + item.type() + "\".",
                    "choice, integer, decimal, date, boolean or text was meant");
        };
    }

    private static void refuseQuestionsBelow(FhirItem item) {
        item.children().stream().filter(child -> !child.type().equals("display")).findFirst().ifPresent(child -> {
            throw fault("Question " + child.linkId() + " stands below question " + item.linkId() + ".",
                    "both belong side by side into one group");
        });
    }

    private static void refuseUnknownKeys(FhirItem item) {
        item.unknownKeys(KNOWN_KEYS).findFirst().ifPresent(key -> {
            throw fault("Item " + item.linkId() + " has the key \"" + key + "\", which nothing here obeys.",
                    "it is misspelt, or a part of FHIR that this reader has yet to learn");
        });
    }

    static IllegalArgumentException fault(String what, String maybe) {
        return new IllegalArgumentException(what + "\nMaybe " + maybe + ".");
    }
}
