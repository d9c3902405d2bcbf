package clinic.anteroom.triage.rules;

import clinic.anteroom.shared.JsonText;
import clinic.anteroom.shared.Sha256;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a rule document. Strict: an unknown key, a missing key, a wrong type or a reference that does not stand earlier is
 * an IllegalArgumentException that names it. What only a questionnaire can tell is the business of {@link RuleSetCheck}.
 */
public final class RuleSetReader {

    private static final Set<String> DOCUMENT = Set.of("ruleSet", "version", "status", "questionnaire", "languages", "sources",
            "patientNeverReads", "words", "definitions", "rules");

    private final ExpressionReader expressions = new ExpressionReader();

    private RuleSetReader() {
    }

    /**
     * @param document the text of the document in UTF-8; never null
     * @throws IllegalArgumentException if it is no such document; the message names the place, then says "Maybe ..."
     */
    public static RuleSet read(String document) {
        try {
            return new RuleSetReader().ruleSet(JsonText.object(document), Sha256.of(document));
        } catch (JsonException e) {
            throw new IllegalArgumentException("The rule document is no JSON: " + e.getMessage()
                    + "\nMaybe a comma or bracket is missing.", e);
        }
    }

    private RuleSet ruleSet(JsonValue value, String sha256) {
        Fields fields = new Fields("The rule document", value, DOCUMENT);
        RuleSet.Heading heading = new RuleSet.Heading(fields.text("ruleSet"), fields.whole("version"), sha256,
                fields.text("status"), fields.text("questionnaire"), fields.texts("languages"));
        Map<String, Expression> definitions = fields.map("definitions", this::definition);
        RuleReader rules = new RuleReader(expressions, fields.textMap("sources"));
        return new RuleSet(heading, definitions, fields.list("rules", rules::read), words(fields), neverReads(fields, heading));
    }

    private Expression definition(String name, JsonValue value) {
        String place = "definition " + name;
        Fields fields = new Fields(place, value, Set.of("sentence", "when"));
        fields.text("sentence");
        return expressions.define(name, expressions.read(place, fields.value("when")));
    }

    private static Map<String, Phrases> words(Fields document) {
        Map<String, Phrases> words = new LinkedHashMap<>();
        Fields lists = new Fields("words", document.value("words"),
                Set.of(DerivedInput.MENTIONS_EMERGENCY.name(), DerivedInput.MENTIONS_MND.name()));
        for (DerivedInput list : List.of(DerivedInput.MENTIONS_EMERGENCY, DerivedInput.MENTIONS_MND)) {
            lists.value(list.name());
            words.put(list.name(), new Phrases(lists.texts(list.name())));
        }
        return words;
    }

    private static Map<String, List<String>> neverReads(Fields document, RuleSet.Heading heading) {
        Map<String, List<String>> never = new LinkedHashMap<>();
        Fields lists = new Fields("patientNeverReads", document.value("patientNeverReads"), Set.of("rule", "sentence", "en", "fr"));
        heading.languages().forEach(language -> never.put(language, lists.texts(language)));
        return never;
    }
}
