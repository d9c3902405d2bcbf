package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is wrong with a rule set that could be read: questions and options that are not there, rules about later
 * rules, missing texts, sources and policies, duplicate ids, disease names in patient words.
 */
public final class RuleSetCheck {

    private static final Set<String> TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final FaultSamples samples;
    private final List<String> faults = new ArrayList<>();

    private RuleSetCheck(RuleSet ruleSet, Questionnaire questionnaire) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        this.samples = new FaultSamples(ruleSet, questionnaire);
    }

    /**
     * All faults, each naming its place and, where one can be found, the answers of a patient who would meet it; empty for a
     * sound document.
     */
    public static List<String> faults(RuleSet ruleSet, Questionnaire questionnaire) {
        RuleSetCheck check = new RuleSetCheck(ruleSet, questionnaire);
        check.run();
        return List.copyOf(check.faults);
    }

    private void fault(String sentence, Optional<Answers> sample) {
        faults.add(sentence + sample.map(answers -> ". Sample patient: " + answers.canonicalJson()).orElse(""));
    }

    private void run() {
        if (!ruleSet.heading().questionnaire().equals(questionnaire.canonical())) {
            faults.add("The document reads " + ruleSet.heading().questionnaire() + ", not " + questionnaire.canonical());
        }
        ruleSet.definitions().forEach((name, body) -> conditions("definition " + name, body));
        Set<String> ids = new HashSet<>();
        for (Rule rule : ruleSet.rules()) {
            if (!ids.add(rule.id())) {
                fault("rule " + rule.id() + " is there twice", samples.meeting(rule));
            }
            expressions(rule).forEach(expression -> expression(rule, expression));
            raise(rule);
            onUnknown(rule);
            words(rule);
        }
    }

    private static List<Expression> expressions(Rule rule) {
        List<Expression> expressions = new ArrayList<>(List.of(rule.when()));
        rule.raise().proposals().stream().map(Proposal::onlyIf).filter(java.util.Objects::nonNull).forEach(expressions::add);
        if (rule.onUnknown().given() != null) {
            expressions.add(rule.onUnknown().given());
        }
        return expressions;
    }

    private void expression(Rule rule, Expression expression) {
        String place = "rule " + rule.id();
        conditions(place, expression);
        expression.tree().forEach(part -> {
            if (part instanceof Condition condition && condition.operator() == Operator.ANSWERED && rule.level() != Level.C
                    && rule.level() != Level.M) {
                fault(place + " asks whether " + condition.input() + " is answered, which only levels C and M may", samples.answering(condition));
            } else if (part instanceof Condition condition && rule.level() != Level.W && waitsForTest(condition)) {
                fault(place + " reads " + condition.input() + ", which is asked only for a flagged test: that is for level W", samples.answering(condition));
            } else if (part instanceof Expression.Fired fired) {
                fired.rules().forEach(id -> earlier(rule, id));
            } else if (part instanceof Expression.FiredLevel fired) {
                fired.levels().stream().filter(level -> level.compareTo(rule.level()) >= 0)
                        .forEach(level -> faults.add(place + " asks about level " + level + ", which is not earlier"));
            }
        });
    }

    private boolean waitsForTest(Condition condition) {
        return questionnaire.find(condition.input()).filter(question -> !question.askedForTests().isEmpty()).isPresent();
    }

    private void conditions(String place, Expression expression) {
        Set<String> said = new HashSet<>();
        expression.tree().filter(Condition.class::isInstance).map(Condition.class::cast).forEach(condition ->
                ConditionCheck.faults(condition, questionnaire).stream().filter(said::add)
                        .forEach(fault -> fault(place + ": " + fault, samples.answering(condition))));
    }

    private void earlier(Rule rule, String id) {
        ruleSet.find(id).ifPresentOrElse(other -> {
            if (other.level().compareTo(rule.level()) >= 0) {
                fault("rule " + rule.id() + " asks about " + id + ", which is not on an earlier level", samples.meeting(other));
            }
        }, () -> fault("rule " + rule.id() + " asks about " + id + ", which does not exist", Optional.of(Answers.of(questionnaire, Map.of()))));
    }

    private void raise(Rule rule) {
        List<String> tests = new ArrayList<>(rule.raise().suppressed());
        rule.raise().proposals().forEach(proposal -> tests.add(proposal.test()));
        rule.onTests().forEach(name -> tests.add(name.split("/")[0]));
        tests.stream().filter(test -> !TESTS.contains(test))
                .forEach(test -> fault("rule " + rule.id() + " names " + test + ", which is no test of the clinic", samples.meeting(rule)));
        if ((rule.raise().urgency() == Urgency.SELF_CARE) != (rule.level() == Level.C)) {
            fault("rule " + rule.id() + " breaks: level C, and only level C, raises SELF_CARE", samples.meeting(rule));
        }
        if (!rule.onTests().isEmpty() && rule.level().compareTo(Level.X) < 0) {
            fault("rule " + rule.id() + " waits for tests, which only levels X and W may", samples.meeting(rule));
        }
    }

    private void onUnknown(Rule rule) {
        OnUnknown onUnknown = rule.onUnknown();
        if (onUnknown.policy() == OnUnknown.Policy.IGNORE && (onUnknown.reason() == null || onUnknown.reason().isBlank())) {
            fault("rule " + rule.id() + " ignores missing answers without a reason", samples.meeting(rule));
        }
        boolean urgencyNeeded = onUnknown.policy() == OnUnknown.Policy.RAISE && rule.level() != Level.W;
        if (urgencyNeeded != (onUnknown.urgency() != null)) {
            fault("rule " + rule.id() + " needs an urgency for unknown with RAISE, and only then", samples.meeting(rule));
        }
    }

    private void words(Rule rule) {
        if (rule.sentence().isBlank() || rule.sources().isEmpty()) {
            fault("rule " + rule.id() + " has no sentence or no source", samples.meeting(rule));
        }
        for (String language : ruleSet.heading().languages()) {
            if (rule.doctor().getOrDefault(language, "").isBlank()) {
                fault("rule " + rule.id() + " has no doctor words in " + language, samples.meeting(rule));
            }
            if (rule.raise().urgency() != null && rule.patient().getOrDefault(language, "").isBlank()) {
                fault("rule " + rule.id() + " has no patient words in " + language, samples.meeting(rule));
            }
        }
        rule.doctor().values().forEach(text -> placeholders(rule, text));
        rule.patient().forEach((language, text) -> diseases(rule, ruleSet.patientNeverReads().get(language), text));
    }

    private void placeholders(Rule rule, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (questionnaire.find(matcher.group(1)).isEmpty()) {
                fault("rule " + rule.id() + " words an answer to " + matcher.group(1) + ", which is not asked", samples.meeting(rule));
            }
        }
    }

    private void diseases(Rule rule, List<String> never, String text) {
        Map<String, String> allowed = rule.patientMayRead();
        never.stream().filter(disease -> new Phrases(List.of(disease)).in(text))
                .filter(disease -> !allowed.containsKey(disease.replace("*", "")))
                .forEach(disease -> fault("rule " + rule.id() + " lets a patient read \"" + disease + "\"", samples.meeting(rule)));
    }
}
