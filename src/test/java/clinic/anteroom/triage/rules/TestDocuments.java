package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Questionnaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shipped documents. */
public final class TestDocuments {

    /** Where the rules lie on the class path. */
    public static final String RULES = "/clinic/anteroom/triage/rules/muscle-twitching.v1.json";
    private static final String QUESTIONS = "/clinic/anteroom/intake/questionnaires/muscle-twitching.v1.json";

    private static final Questionnaire QUESTIONNAIRE = Questionnaire.parse(text(QUESTIONS));
    private static final RuleSet RULE_SET = RuleSetReader.read(text(RULES));

    private TestDocuments() {
    }

    /** The questionnaire about muscle twitching. */
    public static Questionnaire questionnaire() {
        return QUESTIONNAIRE;
    }

    /** The rules on muscle twitching. */
    public static RuleSet ruleSet() {
        return RULE_SET;
    }

    /** The text of a document on the class path. */
    public static String text(String path) {
        try (InputStream stream = TestDocuments.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
