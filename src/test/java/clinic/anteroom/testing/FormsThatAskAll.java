package clinic.anteroom.testing;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.Proposal;
import clinic.anteroom.triage.rules.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A few forms that together ask every question of a questionnaire, and of which none is an emergency; the same in every run. */
public final class FormsThatAskAll {

    private static final int TRIES = 800;
    private static final int MOST_FORMS = 6;

    private final Questionnaire questionnaire;
    private final RuleSet ruleSet;
    private final LocalDate today;
    private final Random random = new Random(70);

    private FormsThatAskAll(Questionnaire questionnaire, RuleSet ruleSet, LocalDate today) {
        this.questionnaire = questionnaire;
        this.ruleSet = ruleSet;
        this.today = today;
    }

    /** The forms of a patient of 45 years, those first that ask the most. */
    public static List<Answers> of(Questionnaire questionnaire, RuleSet ruleSet, LocalDate today) {
        return new FormsThatAskAll(questionnaire, ruleSet, today).find();
    }

    /** What a question is called in the clinical files, its parts left away. */
    public static String seed(String linkId) {
        return linkId.replaceAll("\\..*", "");
    }

    /** Whether it makes a test safe that only emergencies need: then the form stops before it could be asked. */
    public static boolean isForEmergenciesOnly(Question question, RuleSet ruleSet) {
        Set<String> others = ruleSet.rules().stream().filter(rule -> rule.level() != Level.E)
                .flatMap(rule -> rule.raise().proposals().stream()).map(Proposal::test).collect(Collectors.toSet());
        return !question.askedForTests().isEmpty() && question.askedForTests().stream().noneMatch(others::contains);
    }

    private List<Answers> find() {
        Set<String> open = questionnaire.questions().stream().filter(question -> !isForEmergenciesOnly(question, ruleSet))
                .map(question -> seed(question.linkId())).collect(Collectors.toCollection(TreeSet::new));
        List<Answers> forms = new ArrayList<>();
        while (!open.isEmpty() && forms.size() < MOST_FORMS) {
            Answers best = null;
            long most = 0;
            for (int i = 0; i < TRIES; i++) {
                Answers one = one();
                long asks = one == null ? 0 : seeds(one).stream().filter(open::contains).count();
                best = asks > most ? one : best;
                most = Math.max(most, asks);
            }
            if (best == null) {
                break;
            }
            forms.add(best);
            open.removeAll(seeds(best));
        }
        if (!open.isEmpty()) {
            throw new AssertionError("No form asks " + open);
        }
        return forms;
    }

    private static Set<String> seeds(Answers answers) {
        return answers.asMap().keySet().stream().map(FormsThatAskAll::seed).collect(Collectors.toSet());
    }

    private Answers one() {
        Map<String, Answer> given = new LinkedHashMap<>();
        questionnaire.questions().forEach(question -> given.put(question.linkId(), answer(question)));
        given.put("TW-Q02", Answer.Amount.of(45));
        given.put("TW-Q04", Answer.Choice.of("NONE"));
        Evaluation first = evaluation(Answers.of(questionnaire, given));
        if (!first.emergencies().isEmpty()) {
            return null;
        }
        Answers all = Answers.of(questionnaire, given, first.flags().stream().map(Flag::test).collect(Collectors.toSet()));
        return evaluation(all).emergencies().isEmpty() ? all : null;
    }

    private Evaluation evaluation(Answers answers) {
        return Evaluator.evaluate(ruleSet, answers, today);
    }

    private Answer answer(Question question) {
        return switch (question.type()) {
            case SINGLE -> Answer.Choice.of(any(question.options()));
            case MULTI -> several(question);
            case YES_NO -> new Answer.YesNo(random.nextBoolean());
            case NUMBER, SCALE -> new Answer.Amount((question.min() == null ? BigDecimal.ZERO : question.min()).add(BigDecimal.valueOf(random.nextInt(3))));
            case DATE -> new Answer.Day(today.minusDays(20));
            case TEXT -> new Answer.Words("It began on the stairs.");
        };
    }

    private Answer several(Question question) {
        List<Option> open = question.options().stream().filter(option -> !option.exclusive()).toList();
        List<String> codes = open.stream().map(Option::code).filter(code -> random.nextInt(open.size()) < 2).toList();
        if (!question.askedInRows()) {
            return codes.isEmpty() ? Answer.Choice.of(any(question.options())) : new Answer.Choice(codes);
        }
        return new Answer.Rows(codes, open.stream().map(Option::code).filter(code -> !codes.contains(code)).toList(), List.of());
    }

    private String any(List<Option> options) {
        return options.get(random.nextInt(options.size())).code();
    }
}
