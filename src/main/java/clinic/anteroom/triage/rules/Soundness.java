package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Questionnaire;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether judging a rule can fail at all. Rules that {@link RuleSetCheck} has passed cannot; others are traced at once, so
 * that what fails in them fails while they are judged, and somebody looks at the form by hand.
 */
final class Soundness {

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Boolean> ending = new HashMap<>();
    private final Map<Condition, Boolean> fitting = new HashMap<>();

    Soundness(RuleSet ruleSet, Questionnaire questionnaire) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
    }

    /** Whether every question is there and fits its condition, and every rule asked about is judged before and sound. */
    boolean of(Rule rule) {
        Boolean sound = known.get(rule.id());
        if (sound == null) {
            sound = rule.when().tree().allMatch(part -> fits(part, rule.level()));
            known.put(rule.id(), sound);
        }
        return sound;
    }

    /** Whether it asks about rules of earlier levels only, and these do: then asking comes to an end. */
    boolean asksEarlierOnly(Rule rule) {
        Boolean earlier = ending.get(rule.id());
        if (earlier == null) {
            earlier = rule.when().tree().flatMap(this::asked).allMatch(other -> other.level().compareTo(rule.level()) < 0 && asksEarlierOnly(other));
            ending.put(rule.id(), earlier);
        }
        return earlier;
    }

    private Stream<Rule> asked(Expression part) {
        if (part instanceof Expression.Fired fired) {
            return fired.rules().stream().flatMap(id -> ruleSet.find(id).stream());
        }
        return part instanceof Expression.FiredLevel fired ? fired.levels().stream().flatMap(level -> ruleSet.rules(level).stream()) : Stream.empty();
    }

    private boolean fits(Expression part, Level level) {
        if (part instanceof Condition condition) {
            return fitting.computeIfAbsent(condition, this::fits);
        }
        if (part instanceof Expression.Fired fired) {
            return fired.rules().stream().allMatch(id -> ruleSet.find(id)
                    .filter(rule -> rule.level().compareTo(level) < 0).filter(this::of).isPresent());
        }
        return !(part instanceof Expression.FiredLevel fired) || fired.levels().stream()
                .allMatch(earlier -> earlier.compareTo(level) < 0 && ruleSet.rules(earlier).stream().allMatch(this::of));
    }

    private boolean fits(Condition condition) {
        return ConditionCheck.faults(condition, questionnaire).isEmpty() && DerivedInput.of(condition.input())
                .map(derived -> derived.questions().stream().allMatch(linkId -> questionnaire.find(linkId).isPresent())).orElse(true);
    }
}
