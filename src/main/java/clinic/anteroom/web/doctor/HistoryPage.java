package clinic.anteroom.web.doctor;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One page of the form as the patient saw it, with what was answered.
 *
 * @param title its topic
 * @param lines its questions that were asked; never empty
 */
public record HistoryPage(String title, List<Line> lines) {

    /**
     * A question that was asked.
     *
     * @param question in English
     * @param answer   in English, or the patient's own words; null if it was left out
     * @param seen     question and answer as the patient read them in another language; empty if that was English
     * @param deciding whether a rule behind a flag rests on it
     */
    public record Line(String question, String answer, List<String> seen, boolean deciding) {
    }

    /** Every page with at least one question that was asked. */
    static List<HistoryPage> of(Answers answers, Set<String> deciding) {
        return answers.questionnaire().pages().stream().map(page -> of(page, answers, deciding))
                .filter(page -> !page.lines().isEmpty()).toList();
    }

    /** All lines of all pages. */
    static Stream<Line> lines(List<HistoryPage> pages) {
        return pages.stream().flatMap(page -> page.lines().stream());
    }

    private static HistoryPage of(Page page, Answers answers, Set<String> deciding) {
        return new HistoryPage(page.title(), answers.asked(page).stream()
                .map(question -> new Line(question.text(), answers.wordsOf(question.linkId()).orElse(null),
                        Stream.of(answers.seenQuestion(question.linkId()), answers.seenWordsOf(question.linkId())).flatMap(Optional::stream).toList(),
                        deciding.contains(question.linkId())))
                .toList());
    }
}
