package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Questionnaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The shipped documents. */
public final class TestDocuments {

    // Said once: rules under test and their text never are of two versions.
    private static final String NEWEST = ".v2.json";
    /** Where the first rules lie on the class path. */
    public static final String RULES = "/clinic/anteroom/triage/rules/muscle-twitching" + NEWEST;
    /** Muscle twitching, which most tests are about. */
    public static final Pair TWITCHING = Pair.of("muscle-twitching");
    /** Every complaint this build asks about, muscle twitching first. */
    public static final List<Pair> ALL = List.of(TWITCHING, Pair.of("submandibular-swelling"), Pair.of("passing-out"),
            Pair.of("smell-after-covid"), Pair.of("bleeding-clotting"), Pair.of("belly-button-pain"));

    /** The questions about one complaint and the rules that read them. */
    public record Pair(String name, Questionnaire questionnaire, RuleSet ruleSet) {

        private static Pair of(String name) {
            return new Pair(name, Questionnaire.parse(text("/clinic/anteroom/intake/questionnaires/" + name + ".v1.json")),
                    RuleSetReader.read(text("/clinic/anteroom/triage/rules/" + name + NEWEST)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private TestDocuments() {
    }

    /** The questionnaire about muscle twitching. */
    public static Questionnaire questionnaire() {
        return TWITCHING.questionnaire();
    }

    /** The rules on muscle twitching. */
    public static RuleSet ruleSet() {
        return TWITCHING.ruleSet();
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
