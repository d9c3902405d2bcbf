package clinic.anteroom.web.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.directory.Specialty;
import clinic.anteroom.triage.rules.Proposal;
import clinic.anteroom.triage.rules.Rule;
import clinic.anteroom.triage.rules.Strength;
import clinic.anteroom.triage.rules.TestDocuments;
import clinic.anteroom.triage.rules.Urgency;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code a rule document can raise is a word on the doctor's screen. */
class CodesHaveWordsTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("clinic.anteroom.web.messages");

    @Test
    void tests() {
        assertWords("test", proposals(proposal -> Stream.of(proposal.test())));
        assertWords("test", raised(rule -> rule.raise().suppressed().stream()));
    }

    @Test
    void bodyParts() {
        assertWords("body", proposals(proposal -> Stream.of(proposal.bodyPart()).filter(part -> !part.isEmpty())));
    }

    @Test
    void analytes() {
        assertWords("analyte", proposals(proposal -> proposal.analytes().stream()));
    }

    @Test
    void specialties() {
        assertWords("specialty", raised(rule -> rule.raise().specialties().stream()));
        assertThat(Arrays.stream(Specialty.values()).map(Specialty::name))
                .containsAll(raised(rule -> rule.raise().specialties().stream()));
    }

    @Test
    void whatIsNoTest() {
        assertWords("other", raised(rule -> rule.raise().others().stream()));
    }

    @ParameterizedTest
    @EnumSource(Strength.class)
    void strengths(Strength strength) {
        assertWords("strength", Set.of(strength.name()));
    }

    @ParameterizedTest
    @EnumSource(Urgency.class)
    void urgencies(Urgency urgency) {
        assertWords("urgency", Set.of(urgency.name()));
        assertWords("urgency_target", Set.of(urgency.name()));
    }

    private static void assertWords(String prefix, Set<String> codes) {
        assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(TEXTS.containsKey(prefix + "." + code))
                .as("messages.properties has %s.%s", prefix, code).isTrue());
    }

    private static Set<String> proposals(Function<Proposal, Stream<String>> codes) {
        return raised(rule -> rule.raise().proposals().stream().flatMap(codes));
    }

    private static Set<String> raised(Function<Rule, Stream<String>> codes) {
        List<Rule> rules = TestDocuments.ALL.stream().flatMap(about -> about.ruleSet().rules().stream()).toList();
        return rules.stream().flatMap(codes).collect(TreeSet::new, Set::add, Set::addAll);
    }
}
