package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Questionnaire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Every rule set that differs from one by a small mistake in one place. */
public final class Mutants {

    private final RuleSet ruleSet;
    private final Predicate<String> whole;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(RuleSet ruleSet, Questionnaire questionnaire) {
        this.ruleSet = ruleSet;
        this.whole = input -> DerivedInput.of(input).map(derived -> derived != DerivedInput.BMI)
                .orElseGet(() -> questionnaire.find(input).map(question -> question.whole()).orElse(false));
    }

    /** All of them, those of definitions first, in the order of the document. */
    public static List<Mutant> of(RuleSet ruleSet, Questionnaire questionnaire) {
        Mutants mutants = new Mutants(ruleSet, questionnaire);
        ruleSet.definitions().forEach(mutants::definition);
        ruleSet.rules().forEach(mutants::rule);
        return List.copyOf(mutants.mutants);
    }

    private void definition(String name, Expression body) {
        Level level = ruleSet.rules().stream().filter(rule -> refersTo(rule, name)).map(Rule::level).min(Level::compareTo).orElse(Level.W);
        for (Changes.Changed changed : Changes.of(body, whole)) {
            Map<String, Expression> definitions = new LinkedHashMap<>(ruleSet.definitions());
            Map<String, Expression> bodies = Map.of(name, changed.expression());
            definitions.replaceAll((other, was) -> other.equals(name) ? changed.expression() : Changes.with(was, bodies));
            mutants.add(new Mutant(name, level, changed.what(), ruleSet.with(definitions, ruleSet.rules().stream()
                    .map(rule -> rule.rewritten(expression -> Changes.with(expression, bodies))).toList())));
        }
    }

    private static boolean refersTo(Rule rule, String name) {
        return rule.expressions().flatMap(Expression::tree)
                .anyMatch(part -> part instanceof Expression.Reference reference && reference.name().equals(name));
    }

    private void rule(Rule rule) {
        for (Expression expression : rule.expressions().distinct().toList()) {
            for (Changes.Changed changed : Changes.of(expression, whole)) {
                Rule wrong = rule.rewritten(was -> was.equals(expression) ? changed.expression() : was);
                mutants.add(new Mutant(rule.id(), rule.level(), changed.what(), ruleSet.with(ruleSet.definitions(),
                        ruleSet.rules().stream().map(other -> other == rule ? wrong : other).toList())));
            }
        }
    }
}
