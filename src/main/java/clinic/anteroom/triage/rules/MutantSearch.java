package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for a patient who tells a mutant from the rules it was made from. Without one the mistake changes nothing. */
public final class MutantSearch {

    /** Steps one search may cost where nobody waits. */
    public static final long BUDGET = 20_000;

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final LocalDate asOf;
    private final Space space;
    private final SampleSearch search;
    private final FormulaBuilder right;
    private final long budget;

    /**
     * @param asOf   the day that ages and durations of the patients are reckoned from
     * @param budget steps one search may cost
     */
    public MutantSearch(RuleSet ruleSet, Questionnaire questionnaire, LocalDate asOf, long budget) {
        this.budget = budget;
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        this.asOf = asOf;
        this.space = new Space(ruleSet, questionnaire, asOf);
        this.search = new SampleSearch(space);
        this.right = new FormulaBuilder(ruleSet, questionnaire, asOf, space);
    }

    /**
     * What a search came to.
     *
     * @param isPossible whether somebody may notice the mistake: a patient was found, or the budget was used up
     * @param rule       the rule that is wrong about that patient; null if none was found
     * @param patient    complete answers; null if none was found
     */
    public record Difference(boolean isPossible, String rule, Answers patient) {
    }

    /** Searches all rules that the mistake can reach. */
    public Difference of(Mutant mutant) {
        FormulaBuilder wrong = new FormulaBuilder(mutant.ruleSet(), questionnaire, asOf, space);
        boolean decided = true;
        for (Rule rule : ruleSet.rules()) {
            List<Expression> before = rule.expressions().toList();
            List<Expression> after = mutant.ruleSet().get(rule.id()).expressions().toList();
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(after.get(i))) {
                    SampleSearch.Result found = differ(right.of(before.get(i), true), wrong.of(after.get(i), false));
                    found = found == SampleSearch.Result.NONE ? differ(right.of(before.get(i), false), wrong.of(after.get(i), true)) : found;
                    if (found == SampleSearch.Result.FOUND) {
                        return new Difference(true, rule.id(), space.patient(search.sample()));
                    }
                    decided &= found == SampleSearch.Result.NONE && durations(before.get(i)).equals(durations(after.get(i)));
                }
            }
        }
        return new Difference(!decided, null, null);
    }

    /** Patients of a search have bands only, but an exact day may tell one duration from the next. */
    private static Set<Expression> durations(Expression expression) {
        return expression.tree().filter(part -> part instanceof Condition condition
                && condition.input().equals(DerivedInput.DURATION_DAYS.name())).collect(Collectors.toSet());
    }

    private SampleSearch.Result differ(Formula one, Formula other) {
        return search.search(Formula.all(List.of(one, other)), budget);
    }
}
