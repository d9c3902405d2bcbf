package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.intake.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All answers that can matter to some rules, as variables with at most 63 values each: the options of a question, numbers
 * and days on both sides of every limit, one yes-or-no variable for each option of a MULTI. The value SKIPPED is there only
 * for questions that a rule asks about with {@code answered}.
 */
final class Space {

    /** Tests that safety questions wait for: all count as flagged here. */
    static final Set<String> ALL_TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");
    static final long NO = 1;
    static final long YES = 2;
    private static final BigDecimal TWO_METRES = BigDecimal.valueOf(200);

    /** One variable. {@code values} holds null for SKIPPED; of an option of a MULTI the values are no and yes. */
    record Variable(String linkId, String code, List<Answer> values, int preferred) {
    }

    /** The variables of the options of one MULTI; at least one is yes, an exclusive one alone. */
    record Group(String linkId, int first, boolean[] exclusive) {
    }

    private final Questionnaire questionnaire;
    private final RuleSet ruleSet;
    private final OtherAnswers others;
    private final Set<String> askedWhetherAnswered;
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, Integer> byLinkId = new HashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Group[] groupOf;

    Space(RuleSet ruleSet, Questionnaire questionnaire, LocalDate asOf) {
        this.questionnaire = questionnaire;
        this.ruleSet = ruleSet;
        this.others = new OtherAnswers(ruleSet, asOf);
        this.askedWhetherAnswered = new java.util.HashSet<>();
        ruleSet.rules().stream().map(Rule::when).flatMap(Expression::tree).filter(Condition.class::isInstance).map(Condition.class::cast)
                .filter(condition -> condition.operator() == Operator.ANSWERED).forEach(condition -> askedWhetherAnswered.add(condition.input()));
        questionnaire.questions().forEach(question -> others.limit(question.enableWhen()));
        questionnaire.questions().forEach(this::add);
        for (String derived : List.of(DerivedInput.MENTIONS_EMERGENCY.name(), DerivedInput.MENTIONS_MND.name())) {
            add(new Variable(derived, null, List.of(new Answer.YesNo(false), new Answer.YesNo(true)), 0));
        }
        add(new Variable(DerivedInput.BMI.name(), null, others.values(DerivedInput.BMI.name()), 0));
        groupOf = new Group[variables.size()];
        groups.values().forEach(group -> java.util.Arrays.fill(groupOf, group.first(), group.first() + group.exclusive().length, group));
    }

    private void add(Question question) {
        boolean skippable = askedWhetherAnswered.contains(question.linkId());
        if (question.type() == QuestionType.MULTI) {
            int first = variables.size();
            question.options().forEach(option -> add(new Variable(question.linkId(), option.code(), List.of(), 0)));
            if (skippable) {
                add(new Variable(question.linkId(), "", List.of(), 0));
            }
            boolean[] exclusive = new boolean[variables.size() - first];
            for (int i = 0; i < exclusive.length; i++) {
                exclusive[i] = i >= question.options().size() || question.options().get(i).exclusive();
            }
            groups.put(question.linkId(), new Group(question.linkId(), first, exclusive));
            return;
        }
        List<Answer> values = new ArrayList<>(values(question));
        int preferred = preferred(values);
        if (skippable) {
            values.add(null);
        }
        add(new Variable(question.linkId(), null, values, preferred));
    }

    private void add(Variable variable) {
        if (variable.values().size() > 63) {
            throw new IllegalArgumentException(variable.linkId() + " has " + variable.values().size() + " values that matter.\n"
                    + "Maybe its limits can be drawn at the same numbers.");
        }
        byLinkId.put(variable.code() == null ? variable.linkId() : variable.linkId() + "/" + variable.code(), variables.size());
        variables.add(variable);
    }

    private List<Answer> values(Question question) {
        return switch (question.type()) {
            case SINGLE -> question.options().stream().map(Option::code).<Answer>map(Answer.Choice::of).toList();
            case TEXT -> List.of(new Answer.Words("nothing"));
            case NUMBER, SCALE -> orElse(others.to(question, null), new Answer.Amount(question.min() == null ? BigDecimal.ONE : question.min()));
            case DATE -> orElse(others.to(question, null), new Answer.Day(others.asOf()));
            default -> others.to(question, null);
        };
    }

    private static List<Answer> orElse(List<Answer> values, Answer otherwise) {
        return values.isEmpty() ? List.of(otherwise) : values;
    }

    /** What a harmless sample patient answers, where it does not matter. */
    private static int preferred(List<Answer> values) {
        for (String code : List.of("NONE", "NO", "NORMAL", "SELF")) {
            int at = values.indexOf(Answer.Choice.of(code));
            if (at >= 0) {
                return at;
            }
        }
        return values.contains(new Answer.YesNo(false)) ? values.indexOf(new Answer.YesNo(false)) : 0;
    }

    int size() {
        return variables.size();
    }

    Variable variable(int index) {
        return variables.get(index);
    }

    /** The group a variable belongs to; null if it is no option of a MULTI. */
    Group groupOf(int variable) {
        return groupOf[variable];
    }

    Iterable<Group> groups() {
        return groups.values();
    }

    int index(String linkId) {
        Integer index = byLinkId.get(linkId);
        if (index == null) {
            throw new IllegalArgumentException("There is no variable for " + linkId + ".\nMaybe the document has faults that RuleSetCheck tells.");
        }
        return index;
    }

    int option(String linkId, String code) {
        return index(linkId + "/" + code);
    }

    boolean isSkippable(String linkId) {
        return askedWhetherAnswered.contains(linkId);
    }

    long[] everything() {
        long[] domains = new long[size()];
        for (int i = 0; i < domains.length; i++) {
            domains[i] = groupOf[i] != null ? NO | YES : (1L << Math.max(1, variables.get(i).values().size())) - 1;
        }
        return domains;
    }

    /** The answers of a sample patient; each variable has exactly one value left. */
    Answers patient(long[] domains) {
        Map<String, Answer> given = new LinkedHashMap<>();
        for (int i = 0; i < domains.length; i++) {
            Variable variable = variables.get(i);
            if (groupOf[i] == null && questionnaire.find(variable.linkId()).isPresent()) {
                Answer value = variable.values().get(Long.numberOfTrailingZeros(domains[i]));
                if (value != null) {
                    given.put(variable.linkId(), value);
                }
            }
        }
        groups.values().forEach(group -> {
            List<String> codes = new ArrayList<>();
            for (int i = group.first(); i < group.first() + group.exclusive().length; i++) {
                if (domains[i] == YES && !variables.get(i).code().isEmpty()) {
                    codes.add(variables.get(i).code());
                }
            }
            if (!codes.isEmpty()) {
                given.put(group.linkId(), new Answer.Choice(codes));
            }
        });
        derived(domains, given);
        return Answers.of(questionnaire, given, ALL_TESTS);
    }

    private void derived(long[] domains, Map<String, Answer> given) {
        List<String> words = new ArrayList<>();
        ruleSet.words().forEach((list, phrases) -> {
            if (domains[index(list)] == YES) {
                words.add(phrases.first());
            }
        });
        // A duration stands for its band: a day beside it would say something else.
        DerivedInput.DURATION_DAYS.questions().stream().skip(1).forEach(given::remove);
        Answers asked = Answers.of(questionnaire, given, ALL_TESTS);
        if (!words.isEmpty()) {
            questionnaire.questions().stream().filter(question -> question.type() == QuestionType.TEXT && asked.asks(question.linkId()))
                    .findFirst().ifPresent(question -> given.put(question.linkId(), new Answer.Words(String.join(", ", words))));
        }
        int bmi = index(DerivedInput.BMI.name());
        List<String> size = DerivedInput.BMI.questions();
        if (!variables.get(bmi).values().isEmpty() && questionnaire.find(size.get(0)).isPresent()) {
            Answer.Amount value = (Answer.Amount) variables.get(bmi).values().get(Long.numberOfTrailingZeros(domains[bmi]));
            given.put(size.get(0), new Answer.Amount(TWO_METRES));
            given.put(size.get(1), new Answer.Amount(value.value().multiply(BigDecimal.valueOf(4))));
        }
    }
}
