package clinic.anteroom.triage;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.Rule;
import clinic.anteroom.triage.rules.Source;
import clinic.anteroom.triage.rules.TestDocuments;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Urgency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule documents and their cases against the tables of the clinical content, which know nothing of our evaluator. What a case
 * expects was once computed; this is what would notice that its urgency was computed wrongly.
 */
class ClinicalTableTest {

    /** One row of a table of the content; the urgency is null where the row raises none. */
    private record Row(String rule, Urgency urgency, String confidence, List<String> sources) {
    }

    static List<TestDocuments.Pair> all() {
        return TestDocuments.ALL;
    }

    @Test
    void everyRuleOnTwitchingIsThereWithItsUrgencyItsConfidenceAndItsSources() {
        List<Row> rows = rows(TestDocuments.TWITCHING);
        // 85 in the content; TW-X08 is checked on every document instead.
        assertThat(rows).hasSize(84).extracting(Row::rule).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            Rule rule = TestDocuments.ruleSet().get(row.rule());
            assertThat(rule.raise().urgency()).as(row.rule()).isEqualTo(row.urgency());
            assertThat(rule.sources()).as(row.rule()).extracting(source -> source.grade().name()).contains(row.confidence());
            assertThat(rule.sources()).as(row.rule()).extracting(Source::id).containsAll(row.sources());
        });
    }

    @Test
    void whatIsNotInTheTablesIsAPolicyOrTheSecondHalfOfARow() {
        Set<String> known = rows(TestDocuments.TWITCHING).stream().map(Row::rule).collect(Collectors.toSet());
        assertThat(TestDocuments.ruleSet().rules()).filteredOn(rule -> !known.contains(rule.id()) && rule.level() != Level.M)
                .extracting(Rule::id).containsExactlyInAnyOrder("TW-R06-SOON", "TW-X07-MRI");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCaseWhereARuleFlagsIsNeverLessUrgentThanTheTableSays(TestDocuments.Pair about) {
        for (Row row : rows(about)) {
            assertThat(expectedWhereItFlags(about, row.rule())).as(row.rule()).isNotEmpty()
                    .allSatisfy(urgency -> assertThat(row.urgency() == null || urgency.compareTo(row.urgency()) <= 0).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachRuleHasACaseWithExactlyTheUrgencyOfItsTable(TestDocuments.Pair about) {
        for (Row row : rows(about)) {
            if (row.urgency() != null) {
                assertThat(expectedWhereItFlags(about, row.rule())).as(row.rule()).contains(row.urgency());
            }
        }
    }

    private static List<Urgency> expectedWhereItFlags(TestDocuments.Pair about, String rule) {
        return RuleSets.cases(about.name(), about.ruleSet().heading().version()).stream()
                .map(line -> RuleCase.read(line, about.questionnaire()))
                .filter(one -> one.rule().equals(rule) && one.is() == Truth.TRUE).map(RuleCase::urgency).toList();
    }

    private static List<Row> rows(TestDocuments.Pair about) {
        return TestDocuments.text("/clinic/anteroom/triage/" + about.name() + ".rules.txt").lines().filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" "))).map(words -> new Row(words.get(0),
                        words.get(1).equals("NONE") ? null : Urgency.valueOf(words.get(1)), words.get(2), words.subList(3, words.size())))
                .toList();
    }
}
