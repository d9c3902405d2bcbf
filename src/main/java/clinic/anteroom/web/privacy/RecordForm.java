package clinic.anteroom.web.privacy;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.SentForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form in a whole record.
 *
 * @param title its complaint, in English
 * @param state COMPLETED, AMENDED or STOPPED
 * @param at    when it was sent; of a stopped one, when it was begun
 * @param lines every question that was asked, in order
 */
public record RecordForm(String title, String state, Instant at, List<Line> lines) {

    /**
     * A question that was asked.
     *
     * @param question in English, and below it as the patient read it if that was another language
     * @param answer   likewise; null if it was left out
     */
    public record Line(String question, String answer) {
    }

    static RecordForm of(SentForm form) {
        Answers answers = form.answers();
        return new RecordForm(answers.questionnaire().title(), form.status().name(), form.completedAt() == null ? form.startedAt() : form.completedAt(),
                answers.questionnaire().pages().stream().flatMap(page -> answers.asked(page).stream()).map(question -> line(question, answers)).toList());
    }

    private static Line line(Question question, Answers answers) {
        return new Line(both(Optional.of(question.text()), answers.seenQuestion(question.linkId())), both(answers.wordsOf(question.linkId()), answers.seenWordsOf(question.linkId())));
    }

    private static String both(Optional<String> english, Optional<String> seen) {
        return english.isEmpty() ? null : Stream.of(english, seen).flatMap(Optional::stream).distinct().collect(Collectors.joining("\n"));
    }
}
