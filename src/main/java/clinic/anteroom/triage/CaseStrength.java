package clinic.anteroom.triage;

import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Mutant;
import clinic.anteroom.triage.rules.MutantSearch;
import clinic.anteroom.triage.rules.Mutants;
import clinic.anteroom.triage.rules.Remark;
import clinic.anteroom.triage.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Whether the test cases of a version would notice a small mistake in what is new in it: each condition turned round or left
 * out, each limit moved by one step. A mistake that some patient would feel and no case notices is an error.
 */
final class CaseStrength {

    /** How many mistakes are tried, those in the most urgent rules first; what is left is not decided. */
    private static final int BUDGET = 300;
    /** Somebody waits for the page. */
    private static final long STEPS = 2_000;

    private final RuleSet ruleSet;
    private final LocalDate asOf;
    private final RuleCases cases;
    private final MutantSearch search;
    private final List<Mutant> mutants;
    private final List<Remark> remarks = new ArrayList<>();
    private int notDecided;

    private CaseStrength(RuleSet ruleSet, RuleSet before, Questionnaire questionnaire, RuleCases cases, LocalDate asOf) {
        this.ruleSet = ruleSet;
        this.asOf = asOf;
        this.cases = cases;
        this.search = new MutantSearch(ruleSet, questionnaire, asOf, STEPS);
        Set<String> changed = ruleSet.changedSince(before);
        this.mutants = Mutants.of(ruleSet, questionnaire).stream().filter(mutant -> changed.contains(mutant.place()))
                .sorted(Comparator.comparing(Mutant::level)).toList();
    }

    /**
     * What the cases leave unnoticed.
     *
     * @param before the version that was in force before; null if there is none, then everything is new
     * @param asOf   the day that ages and durations of sample patients are reckoned from
     */
    static List<Remark> remarks(RuleSet ruleSet, RuleSet before, Questionnaire questionnaire, RuleCases cases, LocalDate asOf) {
        return new CaseStrength(ruleSet, before, questionnaire, cases, asOf).run();
    }

    private List<Remark> run() {
        mutants.stream().limit(BUDGET).filter(mutant -> !cases.notice(mutant)).forEach(this::unnoticed);
        notDecided += Math.max(0, mutants.size() - BUDGET);
        if (notDecided > 0) {
            remarks.add(new Remark(Remark.Kind.NOT_DECIDED, List.of(), "Of " + mutants.size() + " small mistakes in what is new, "
                    + notDecided + " were not decided: whether a test case has to notice them", null));
        }
        return remarks;
    }

    private void unnoticed(Mutant mutant) {
        MutantSearch.Difference difference = search.of(mutant);
        if (!difference.isPossible()) {
            return;
        }
        if (difference.patient() == null || Evaluator.evaluate(ruleSet, difference.patient(), asOf)
                .decidesLike(Evaluator.evaluate(mutant.ruleSet(), difference.patient(), asOf))) {
            notDecided++;
            return;
        }
        remarks.add(new Remark(Remark.Kind.MISTAKE_UNNOTICED, List.of(difference.rule()), "No test case would notice this mistake in "
                + mutant.place() + ": " + mutant.what(), difference.patient()));
    }
}
