package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds for a fault of a document the patient it would hit, with no more answers than it takes: who answers what a broken
 * condition asks about, or who meets the rule whose words are missing. Nobody answers a question that is not there; then
 * nobody's empty form shows it.
 */
final class FaultSamples {

    private static final long BUDGET = 20_000;
    // What a sample is reckoned from does not matter to a fault; it must be the same each time.
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final Soundness soundness;

    FaultSamples(RuleSet ruleSet, Questionnaire questionnaire) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        this.soundness = new Soundness(ruleSet, questionnaire);
    }

    /** Who answers the question that a condition asks about, in any way; the empty form if there is no such question. */
    Optional<Answers> answering(Condition broken) {
        String linkId = DerivedInput.of(broken.input()).flatMap(derived -> derived.questions().stream().findFirst()).orElse(broken.input());
        Question question = questionnaire.find(linkId).orElse(null);
        if (question == null) {
            return Optional.of(Answers.of(questionnaire, Map.of()));
        }
        Expression asks = answered(question);
        if (asks == null || ruleSet.rules().isEmpty()) {
            return Optional.empty();
        }
        Rule any = ruleSet.rules().get(0);
        RuleSet probe = ruleSet.with(Map.of(), List.of(any.rewritten(expression -> asks)));
        CompiledRules compiled = probe.compiledFor(questionnaire);
        // As if every test were flagged: safety questions are asked as well.
        return smallest(probe, any.id(), answers -> compiled.get(any.id()).when()
                .judge(new Judge(compiled, answers, ANY_DAY, answers.flaggedTests())) == Truth.TRUE);
    }

    /** Who meets a rule; empty if it is broken itself, speaks only when a test is flagged, or nobody was found in time. */
    Optional<Answers> meeting(Rule rule) {
        if (!soundness.of(rule) || !rule.onTests().isEmpty()) {
            return Optional.empty();
        }
        RuleSet sound = ruleSet.with(ruleSet.definitions(), ruleSet.rules().stream().filter(soundness::of)
                .filter(other -> other == rule || !other.id().equals(rule.id())).toList());
        return smallest(sound, rule.id(), answers -> Evaluator.evaluate(sound, answers, ANY_DAY).fired(rule.id()));
    }

    private Optional<Answers> smallest(RuleSet sound, String id, Predicate<Answers> shows) {
        Space space = new Space(sound, questionnaire, ANY_DAY);
        SampleSearch search = new SampleSearch(space);
        if (search.search(new FormulaBuilder(sound, questionnaire, ANY_DAY, space).rule(id, true), BUDGET) != SampleSearch.Result.FOUND) {
            return Optional.empty();
        }
        return Optional.of(space.patient(search.sample())).filter(shows).map(patient -> without(patient, shows));
    }

    /** Leaves out one answer after the other, the last first: what hangs on an answer goes before it. */
    private Answers without(Answers patient, Predicate<Answers> shows) {
        Answers least = patient;
        List<String> linkIds = new ArrayList<>(patient.asMap().keySet());
        for (int i = linkIds.size() - 1; i >= 0; i--) {
            Map<String, Answer> fewer = new LinkedHashMap<>(least.asMap());
            fewer.remove(linkIds.get(i));
            Answers tried = Answers.of(questionnaire, fewer, patient.flaggedTests());
            least = shows.test(tried) ? tried : least;
        }
        return least;
    }

    private static Expression answered(Question question) {
        Constant.Codes all = new Constant.Codes(question.options().stream().map(Option::code).toList());
        String linkId = question.linkId();
        return switch (question.type()) {
            case SINGLE -> new Condition(linkId, Operator.IN, all);
            case MULTI -> new Condition(linkId, Operator.HAS_ANY, all);
            case YES_NO -> new Expression.Any(List.of(new Condition(linkId, Operator.IS, new Constant.Said(true)),
                    new Condition(linkId, Operator.IS, new Constant.Said(false))));
            case NUMBER, SCALE -> new Condition(linkId, Operator.GE,
                    new Constant.Limit(question.min() == null ? BigDecimal.ZERO : question.min(), question.unit()));
            case DATE -> new Condition(linkId, Operator.ON_OR_AFTER, new Constant.On(LocalDate.EPOCH));
            case TEXT -> null;
        };
    }
}
