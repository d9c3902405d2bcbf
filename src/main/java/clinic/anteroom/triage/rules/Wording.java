package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers in the words the patient saw, and rule texts with these words filled in. */
public final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final Answers answers;

    /** @param answers never null */
    public Wording(Answers answers) {
        this.answers = answers;
    }

    /** A text of a rule with each {@code {linkId}} filled. */
    public String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(answer(match.group(1))));
    }

    /** The question as the patient read it; the link id if this questionnaire has none. */
    public String question(String linkId) {
        return answers.questionnaire().find(linkId).map(Question::text).orElse(linkId);
    }

    /** The answer as the patient read it; "not answered" or "not asked" if there is none. */
    public String answer(String linkId) {
        return answers.questionnaire().find(linkId).map(this::answer).orElse("not asked");
    }

    private String answer(Question question) {
        return answers.to(question.linkId()).map(answer -> words(question, answer))
                .orElse(answers.stateOf(question.linkId()) == AnswerState.NOT_ASKED ? "not asked" : "not answered");
    }

    /** An answer to a question as the patient would read it; "not answered" if it is null. */
    public String words(String linkId, Answer answer) {
        return answer == null ? "not answered"
                : answers.questionnaire().find(linkId).map(question -> words(question, answer)).orElse("not asked");
    }

    /** A condition in one line: the question, how it is compared, and the labels of its options. */
    public String condition(Because because) {
        String constant = answers.questionnaire().find(because.input()).filter(question -> !question.options().isEmpty())
                .map(question -> labels(question, List.of(because.constant().split(",")))).orElse(because.constant());
        if (because.input().equals(Because.RULES)) {
            return "one of these rules is met: " + because.constant();
        }
        String asked = DerivedInput.of(because.input()).map(derived -> derived.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .orElseGet(() -> question(because.input()));
        return asked + " " + Operator.of(because.operator()).map(Operator::words).orElse(because.operator()) + " " + constant;
    }

    private static String words(Question question, Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            return labels(question, choice.codes());
        }
        if (answer instanceof Answer.Rows rows) {
            return rows(question, rows);
        }
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes() ? "yes" : "no";
        }
        if (answer instanceof Answer.Amount amount) {
            return amount.value().toPlainString() + (question.unit() == null ? "" : " " + question.unit());
        }
        if (answer instanceof Answer.Day day) {
            return day.date().toString();
        }
        return answer instanceof Answer.Words words ? words.text() : "I am not sure";
    }

    /** What is there, and what somebody is not sure of: the rest would drown it in a sentence. */
    private static String rows(Question question, Answer.Rows rows) {
        String there = rows.yes().isEmpty() ? rows.isAllNo() ? "none of these" : "" : labels(question, rows.yes());
        String unsure = rows.unsure().isEmpty() ? "" : "not sure: " + labels(question, rows.unsure());
        String open = rows.open().isEmpty() ? "" : "not answered: " + labels(question, rows.open());
        return Stream.of(there, unsure, open).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String labels(Question question, List<String> codes) {
        return codes.stream().map(code -> question.option(code).map(Option::label).orElse(code))
                .collect(Collectors.joining("; "));
    }
}
