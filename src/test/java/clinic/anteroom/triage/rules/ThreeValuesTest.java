package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What is true or false without {@code answered} stays so when a missing answer comes in. */
class ThreeValuesTest {

    private static final List<Question> QUESTIONS = TestDocuments.questionnaire().questions().stream()
            .filter(question -> question.type() != QuestionType.TEXT && question.type() != QuestionType.DATE).toList();
    private static final Set<String> ALL = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    private Random random;

    /** 2,000 pairs of forms with sixty trees each. */
    @Property(tries = 2_000)
    void knownTruthOfRandomTreesNeverChanges(@ForAll @LongRange(min = 0) long seed) {
        random = new Random(seed);
        Answers some = Answers.of(TestDocuments.questionnaire(), given(), ALL);
        Answers more = completed(some);
        CompiledRules trees = compiled(Stream.generate(() -> tree(3)).limit(60).toList());
        Judge before = judge(trees, some);
        Judge after = judge(trees, more);
        for (CompiledRule tree : trees.rules(Level.R)) {
            Truth truth = tree.when().judge(before);
            // The words are built only on failure: there are 120,000 trees.
            assertThat(truth == Truth.UNKNOWN || truth == tree.when().judge(after)).as(() -> tree.rule().when() + " was " + truth
                    + ": " + some.canonicalJson() + " then " + more.canonicalJson()).isTrue();
        }
    }

    @Property(tries = 400)
    void knownTruthOfShippedRulesNeverChanges(@ForAll @LongRange(min = 0) long seed) {
        random = new Random(seed);
        Answers some = Answers.of(TestDocuments.questionnaire(), given(), ALL);
        CompiledRules rules = TestDocuments.ruleSet().compiledFor(TestDocuments.questionnaire());
        Judge before = judge(rules, some);
        Judge after = judge(rules, completed(some));
        for (Level level : List.of(Level.E, Level.U, Level.S, Level.R, Level.C)) {
            for (CompiledRule rule : rules.rules(level)) {
                Truth truth = rule.when().judge(before);
                before.learnRule(rule.index(), truth);
                after.learnRule(rule.index(), rule.when().judge(after));
                assertThat(truth == Truth.UNKNOWN || truth == after.ofRule(rule.index())).as(rule.rule().id()).isTrue();
            }
        }
    }

    @Property(tries = 60)
    void anEvaluationIsTheSameBytesEveryTimeAndReadBackTheSame(@ForAll @LongRange(min = 0) long seed) {
        random = new Random(seed);
        Answers answers = Answers.of(TestDocuments.questionnaire(), given(), ALL);
        Evaluation first = Evaluator.evaluate(TestDocuments.ruleSet(), answers, SomeAnswers.TODAY);
        Evaluation again = Evaluator.evaluate(RuleSetReader.read(TestDocuments.text(TestDocuments.RULES)),
                Answers.parse(TestDocuments.questionnaire(), answers.canonicalJson(), ALL), SomeAnswers.TODAY);
        assertThat(again.canonicalJson()).isEqualTo(first.canonicalJson());
        assertThat(EvaluationReader.read(first.canonicalJson())).isEqualTo(first);
        assertThat(first.findings()).noneMatch(Finding::byHand);
    }

    @Example
    void joinsFollowTheTable() {
        assertThat(Truth.all(java.util.stream.Stream.of(Truth.TRUE, Truth.UNKNOWN, Truth.FALSE))).isEqualTo(Truth.FALSE);
        assertThat(Truth.all(java.util.stream.Stream.of(Truth.TRUE, Truth.UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.any(java.util.stream.Stream.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE))).isEqualTo(Truth.TRUE);
        assertThat(Truth.any(java.util.stream.Stream.of(Truth.FALSE, Truth.UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.atLeast(2, java.util.stream.Stream.of(Truth.TRUE, Truth.UNKNOWN, Truth.FALSE))).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.atLeast(2, java.util.stream.Stream.of(Truth.TRUE, Truth.FALSE, Truth.FALSE))).isEqualTo(Truth.FALSE);
        assertThat(Truth.UNKNOWN.not()).isEqualTo(Truth.UNKNOWN);
    }

    private static Judge judge(CompiledRules rules, Answers answers) {
        return new Judge(rules, answers, SomeAnswers.TODAY, answers.flaggedTests());
    }

    /** Each tree as a rule of a document of its own. */
    private static CompiledRules compiled(List<Expression> trees) {
        Rule any = TestDocuments.ruleSet().rules(Level.R).get(0);
        List<Rule> rules = new ArrayList<>();
        trees.forEach(tree -> rules.add(new Rule("X-" + rules.size(), 1, Level.R, any.sentence(), Set.of(), tree, any.raise(),
                any.onUnknown(), any.patient(), any.doctor(), any.patientMayRead(), any.sources())));
        RuleSet document = new RuleSet(TestDocuments.ruleSet().heading(), Map.of(), rules, Map.of(), Map.of());
        return document.compiledFor(TestDocuments.questionnaire());
    }

    private Map<String, Answer> given() {
        Map<String, Answer> given = new LinkedHashMap<>();
        double share = random.nextDouble();
        QUESTIONS.stream().filter(question -> random.nextDouble() < share).forEach(question -> given.put(question.linkId(), answer(question)));
        return given;
    }

    /** Some, perhaps all, missing answers come in. */
    private Answers completed(Answers some) {
        Map<String, Answer> given = new LinkedHashMap<>(some.asMap());
        Answers answers = some;
        // An answer may make another question be asked, so a few rounds are needed.
        for (int round = 0; round < 3; round++) {
            for (Question question : QUESTIONS) {
                if (answers.to(question.linkId()).orElse(null) instanceof Answer.Rows rows) {
                    given.put(question.linkId(), RandomRows.more(rows, random));
                }
                if (answers.stateOf(question.linkId()) == AnswerState.SKIPPED && random.nextInt(10) > 0) {
                    given.put(question.linkId(), answer(question));
                }
            }
            answers = Answers.of(TestDocuments.questionnaire(), given, ALL);
        }
        return answers;
    }

    private Answer answer(Question question) {
        return switch (question.type()) {
            case SINGLE -> Answer.Choice.of(code(question));
            case MULTI -> question.askedInRows() && random.nextBoolean() ? RandomRows.of(question, random) : ticks(question);
            case NUMBER, SCALE -> random.nextInt(8) == 0 ? new Answer.Unsure() : Answer.Amount.of(number(question));
            case YES_NO -> random.nextInt(8) == 0 ? new Answer.Unsure() : new Answer.YesNo(random.nextBoolean());
            case DATE, TEXT -> throw new AssertionError(question);
        };
    }

    private Answer ticks(Question question) {
        List<String> codes = new ArrayList<>(question.options().stream().filter(option -> !option.exclusive()).map(Option::code)
                .filter(code -> random.nextInt(4) == 0).toList());
        return new Answer.Choice(codes.isEmpty() ? List.of(code(question)) : codes);
    }

    private String code(Question question) {
        return question.options().get(random.nextInt(question.options().size())).code();
    }

    private long number(Question question) {
        long min = question.min() == null ? 0 : (long) Math.ceil(question.min().doubleValue());
        long max = question.max() == null ? 100 : question.max().longValue();
        return min + random.nextInt((int) (max - min + 1));
    }

    private Expression tree(int depth) {
        int pick = depth == 0 ? 0 : random.nextInt(5);
        return switch (pick) {
            case 1 -> new Expression.All(trees(depth));
            case 2 -> new Expression.Any(trees(depth));
            case 3 -> new Expression.Not(tree(depth - 1));
            case 4 -> new Expression.AtLeast(1 + random.nextInt(3), trees(depth));
            default -> condition();
        };
    }

    private List<Expression> trees(int depth) {
        List<Expression> trees = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            trees.add(tree(depth - 1));
        }
        return trees;
    }

    private Condition condition() {
        Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        List<Operator> operators = List.of(Operator.values()).stream()
                .filter(operator -> operator != Operator.ANSWERED && operator.fits(question.type())).toList();
        Operator operator = operators.get(random.nextInt(operators.size()));
        Constant constant = operator.takesCodes() ? new Constant.Codes(List.of(code(question), code(question)))
                : operator == Operator.IS ? new Constant.Said(random.nextBoolean())
                : operator == Operator.BETWEEN ? new Constant.Span(BigDecimal.valueOf(3), BigDecimal.valueOf(50), null)
                : new Constant.Limit(BigDecimal.valueOf(number(question)), null);
        return new Condition(question.linkId(), operator, constant);
    }
}
