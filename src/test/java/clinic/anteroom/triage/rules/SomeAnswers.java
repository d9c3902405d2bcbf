package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers that read aloud: {@code SomeAnswers.harmless().with("TW-Q18", "YES_CANT_DO").without("TW-Q20")}. */
public final class SomeAnswers {

    /** The day all of them are given. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Map<String, Answer> given = new LinkedHashMap<>();

    private final TestDocuments.Pair about;

    private SomeAnswers(TestDocuments.Pair about) {
        this.about = about;
    }

    /** Nothing answered. */
    public static SomeAnswers none() {
        return about(TestDocuments.TWITCHING);
    }

    /** Nothing answered about another complaint. */
    public static SomeAnswers about(TestDocuments.Pair complaint) {
        return new SomeAnswers(complaint);
    }

    /** These answers. */
    static SomeAnswers of(TestDocuments.Pair about, Answers answers) {
        SomeAnswers some = new SomeAnswers(about);
        some.given.putAll(answers.asMap());
        return some;
    }

    /** A complete, harmless form: 30, male, the upper arm twitches for two days after weights, settles in hours. */
    public static SomeAnswers harmless() {
        return none().with("TW-Q04", "NONE").with("TW-Q01", "SELF").with("TW-Q02", 30).with("TW-Q03", "MALE")
                .with("TW-Q05", "UPPER_ARM").with("TW-Q06.UPPER_ARM", "RIGHT").with("TW-Q07", "YES_ALL").with("TW-Q08", "D1_3")
                .with("TW-Q09", "SECONDS").with("TW-Q10", "ONLY_AFTER_EXERCISE").with("TW-Q11", "SAME")
                .with("TW-Q12", "WITHIN_2H").with("TW-Q13", "WEIGHTS").with("TW-Q13.IN_HEAT", false)
                .with("TW-Q13.HARDER_THAN_USUAL", false).with("TW-Q15", "HOURS").with("TW-Q16", "SMALL_FLICKER")
                .with("TW-Q18", "NO").with("TW-Q23", "NO").with("TW-Q32", "NORMAL").with("TW-Q41", "SOME")
                .with("TW-Q43", "7_8").with("TW-Q44", 2).with("TW-Q45", 1).with("TW-Q45.ENERGY_OR_PREWORKOUT", false)
                .with("TW-Q46", "NONE").with("TW-Q51", "NO").with("TW-Q56", "Nothing much").completed();
    }

    /** A man of 58: three months of twitching in the right upper arm and shoulder, weaker, thinner, speech normal. */
    public static SomeAnswers manOf58() {
        return none().with("TW-Q04", "NONE").with("TW-Q01", "SELF").with("TW-Q02", 58).with("TW-Q03", "MALE")
                .with("TW-Q05", "SHOULDER", "UPPER_ARM").with("TW-Q08", "M3_12").with("TW-Q12", "NOT_LINKED")
                .with("TW-Q18", "YES_CANT_DO").with("TW-Q19", "GRIP_JARS", "LIFT_ARM").with("TW-Q23", "YES")
                .with("TW-Q25", "NONE").with("TW-Q27", "NONE");
    }

    /** Another answer. Options by code, numbers, yes or no, dates as {@code 2026-11-23}, text. */
    public SomeAnswers with(String linkId, Object... values) {
        Question question = about.questionnaire().get(linkId);
        given.put(linkId, switch (question.type()) {
            case SINGLE, MULTI -> new Answer.Choice(Arrays.stream(values).map(Object::toString).toList());
            case NUMBER, SCALE -> values[0].equals("UNSURE") ? new Answer.Unsure()
                    : new Answer.Amount(new BigDecimal(values[0].toString()));
            case YES_NO -> new Answer.YesNo(Boolean.parseBoolean(values[0].toString()));
            case DATE -> new Answer.Day(LocalDate.parse(values[0].toString()));
            case TEXT -> new Answer.Words(values[0].toString());
        });
        return this;
    }

    /** The question is left out. */
    public SomeAnswers without(String... linkIds) {
        Arrays.asList(linkIds).forEach(given::remove);
        return this;
    }

    /** Everything that is asked and left out so far is answered in the most harmless way. */
    public SomeAnswers completed() {
        completed(Set.of());
        return this;
    }

    /** The form once everything that is asked while these tests are flagged is answered, in the most harmless way. */
    Answers completed(Set<String> flagged) {
        Answers answers = Answers.of(about.questionnaire(), given, flagged);
        for (Question question : about.questionnaire().questions()) {
            if (answers.stateOf(question.linkId()) == AnswerState.SKIPPED && !question.linkId().equals("TW-Q08.DATE")) {
                given.put(question.linkId(), harmless(question));
                answers = Answers.of(about.questionnaire(), given, flagged);
            }
        }
        return answers;
    }

    private static Answer harmless(Question question) {
        return switch (question.type()) {
            case SINGLE, MULTI -> Answer.Choice.of(List.of("NONE", "NO", "NORMAL", "NOT_TRIED", "NOT_POSSIBLE").stream()
                    .filter(code -> question.option(code).isPresent()).findFirst()
                    .orElseGet(() -> question.options().stream().map(Option::code)
                            .filter(code -> !code.equals("UNSURE")).reduce((first, last) -> last).orElseThrow()));
            case NUMBER, SCALE -> new Answer.Amount(question.min() == null ? BigDecimal.ONE : question.min());
            case YES_NO -> new Answer.YesNo(false);
            case DATE -> new Answer.Day(TODAY);
            case TEXT -> new Answer.Words("nothing");
        };
    }

    /** The answers, while no test is flagged. */
    public Answers answers() {
        return Answers.of(about.questionnaire(), given);
    }

    /** The answers once these tests are flagged, as the page asks for them. */
    public Answers answersWhenFlagged(String... tests) {
        return Answers.of(about.questionnaire(), given, Set.of(tests));
    }

    /** What the shipped rules say today, after the questions that make the flagged tests safe were put. */
    public Evaluation evaluated() {
        Evaluation first = Evaluator.evaluate(about.ruleSet(), answers(), TODAY);
        String[] tests = first.flags().stream().map(Flag::test).distinct().toArray(String[]::new);
        return Evaluator.evaluate(about.ruleSet(), answersWhenFlagged(tests), TODAY);
    }

    /** What a rule comes to. */
    public Truth truthOf(String rule) {
        return evaluated().findings().stream().filter(finding -> finding.rule().equals(rule)).map(Finding::truth).findFirst()
                .orElse(Truth.FALSE);
    }
}
