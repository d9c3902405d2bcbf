package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is worth a second look before a form is sent: answers that do not fit together, and safety questions left out.
 * It changes no urgency; the rules take the more worrying answer whether the patient looks again or not.
 *
 * @param contradictions link ids of answers that do not fit together, one list for each contradiction, in the order of the rules
 * @param leftOut        link ids of safety questions that were asked and have no answer, or rows without one, in the order of the form
 */
public record SecondLook(List<List<String>> contradictions, List<String> leftOut) {

    /** A rule that raises this says that its answers contradict each other; each branch below its top is one contradiction. */
    static final String CONTRADICTS = "CONFIRM_ANSWERS";

    private static final String AGE = "TW-Q02";
    private static final String SINCE = "TW-Q08";
    private static final String SINCE_DAY = "TW-Q08.DATE";

    /**
     * Looks at answers with a rule set.
     *
     * @param asOf the day ages and durations are reckoned from
     */
    public static SecondLook at(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        CompiledRules rules = ruleSet.compiledFor(answers.questionnaire());
        Judge judge = new Judge(rules, answers, asOf, answers.flaggedTests());
        Stream<List<String>> contradicting = contradictions(rules).filter(branch -> branch.judge(judge) == Truth.TRUE)
                .map(branch -> questions(new Reasons(judge).collect(branch, Truth.TRUE, ""), answers));
        return new SecondLook(Stream.concat(contradicting, impossibleTimes(answers, asOf)).filter(pair -> pair.size() > 1)
                .distinct().toList(), leftOut(ruleSet, answers));
    }

    /** Whether the patient words of a rule ask to look at answers once more: of no use after the form was sent in. */
    public static boolean isForBeforeSending(Rule rule) {
        return rule.raise().others().contains(CONTRADICTS);
    }

    private static Stream<Node> contradictions(CompiledRules rules) {
        return rules.rules(Level.M).stream().filter(rule -> isForBeforeSending(rule.rule()))
                .map(CompiledRule::when).flatMap(when -> when instanceof Node.Any ? when.parts().stream() : Stream.of(when));
    }

    private static List<String> questions(Reasons reasons, Answers answers) {
        Set<String> asked = new LinkedHashSet<>();
        reasons.because().forEach(because -> because.questions().stream().filter(id -> answers.to(id).isPresent()).forEach(asked::add));
        return List.copyOf(asked);
    }

    /** A day that the band does not hold, or before the patient was born. */
    private static Stream<List<String>> impossibleTimes(Answers answers, LocalDate asOf) {
        if (!(answer(answers, SINCE_DAY) instanceof Answer.Day day)) {
            return Stream.empty();
        }
        boolean misfit = answer(answers, SINCE) instanceof Answer.Choice band && !Duration.mayMean(band.codes().get(0), day.date(), asOf);
        boolean unborn = answer(answers, AGE) instanceof Answer.Amount years
                && day.date().isBefore(asOf.minusYears(years.value().longValue() + 1));
        return Stream.concat(misfit ? Stream.of(List.of(SINCE, SINCE_DAY)) : Stream.empty(),
                unborn ? Stream.of(List.of(AGE, SINCE_DAY)) : Stream.empty());
    }

    private static Answer answer(Answers answers, String linkId) {
        return answers.questionnaire().find(linkId).flatMap(question -> answers.to(linkId)).orElse(null);
    }

    /** The safety questions are those whose missing answer some rule minds. */
    private static List<String> leftOut(RuleSet ruleSet, Answers answers) {
        Set<String> minded = new LinkedHashSet<>();
        ruleSet.rules(Level.M).stream().flatMap(rule -> rule.when().tree()).filter(Condition.class::isInstance)
                .map(Condition.class::cast).filter(condition -> condition.operator() == Operator.ANSWERED)
                .flatMap(condition -> DerivedInput.of(condition.input()).map(input -> input.questions().stream())
                        .orElse(Stream.of(condition.input()))).forEach(minded::add);
        return answers.questionnaire().questions().stream().map(question -> question.linkId())
                .filter(minded::contains).filter(linkId -> answers.stateOf(linkId) == AnswerState.SKIPPED
                        || answers.to(linkId).orElse(null) instanceof Answer.Rows rows && !rows.isComplete()).toList();
    }

    /** Nothing to look at again: for a form without rules. */
    public static SecondLook none() {
        return new SecondLook(List.of(), List.of());
    }

    /** Whether there is nothing to look at again. */
    public boolean isEmpty() {
        return contradictions.isEmpty() && leftOut.isEmpty();
    }
}
