package clinic.anteroom.triage;

import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.Mutant;
import clinic.anteroom.triage.rules.MutantSearch;
import clinic.anteroom.triage.rules.Mutants;
import clinic.anteroom.triage.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The test cases of a rule set, one JSON object a line beside its document: {@code why}, {@code date}, {@code answers}, and
 * what is expected: {@code rule} and {@code is} (TRUE, FALSE, UNKNOWN), {@code urgency}, {@code urgencyRules}, {@code flags} (test, part and
 * strength with a space between), {@code analytes}, {@code specialties}.
 */
final class RuleCases {

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    // Only those that hold: one that fails anyway notices nothing.
    private final List<RuleCase> cases = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    RuleCases(RuleSet ruleSet, Questionnaire questionnaire, List<String> lines) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        for (String line : lines) {
            try {
                RuleCase one = RuleCase.read(line, questionnaire);
                List<String> failed = one.failures(ruleSet);
                failures.addAll(failed);
                if (failed.isEmpty()) {
                    cases.add(one);
                }
            } catch (RuntimeException e) {
                failures.add(line.substring(0, Math.min(80, line.length())) + ": " + e.getMessage());
            }
        }
    }

    /** Every line that can be read, with what does not come out. */
    static List<ToldCase> told(RuleSet ruleSet, Questionnaire questionnaire, List<String> lines) {
        List<ToldCase> told = new ArrayList<>();
        for (String line : lines) {
            try {
                RuleCase one = RuleCase.read(line, questionnaire);
                told.add(new ToldCase(told.size(), one.rule(), one.is(), one.why(), one.urgency(),
                        one.flags().stream().map(flag -> flag.split(" ")[0]).distinct().toList(), one.answers(), one.failures(ruleSet)));
            } catch (RuntimeException e) {
                continue; // The checks name it.
            }
        }
        return told;
    }

    /** What fails, each with its reason; empty if all hold. */
    List<String> failures() {
        return failures;
    }

    /**
     * Small mistakes in the rules that no case notices though some patient would be told something else.
     *
     * @param wanted which mistakes to try
     * @param asOf   the day that ages and durations of such patients are reckoned from
     */
    List<Mutant> survivors(Predicate<Mutant> wanted, LocalDate asOf) {
        MutantSearch search = new MutantSearch(ruleSet, questionnaire, asOf, MutantSearch.BUDGET);
        return Mutants.of(ruleSet, questionnaire).stream().filter(wanted).filter(mutant -> !notice(mutant))
                .filter(mutant -> search.of(mutant).isPossible()).toList();
    }

    /** Whether a case fails with this mistake. Those of the changed rule are asked first: one of them mostly does. */
    boolean notice(Mutant mutant) {
        return cases.stream().anyMatch(one -> one.rule().equals(mutant.place()) && notices(one, mutant))
                || cases.stream().anyMatch(one -> !one.rule().equals(mutant.place()) && notices(one, mutant));
    }

    private static boolean notices(RuleCase one, Mutant mutant) {
        return !one.failures(mutant.ruleSet()).isEmpty();
    }
}
