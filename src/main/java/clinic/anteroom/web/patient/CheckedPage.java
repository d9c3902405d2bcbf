package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Page;
import java.util.List;

/**
 * One page of the form in the summary.
 *
 * @param title of the page; never null
 * @param told  its questions with their answers; never empty
 */
public record CheckedPage(String title, List<Told> told) {

    /**
     * A question and its answer.
     *
     * @param page     number of the page that asks, from 1
     * @param question in the patient's words; never null
     * @param answer   in the patient's words; null if there is none
     */
    public record Told(int page, String question, String answer) {
    }

    static CheckedPage of(Page page, Answers answers) {
        int number = answers.questionnaire().numberOf(page.linkId());
        return new CheckedPage(page.title(), answers.asked(page).stream()
                .map(question -> new Told(number, question.text(), answers.wordsOf(question.linkId()).orElse(null))).toList());
    }

    /** One question, wherever it is asked. */
    static Told told(String linkId, Answers answers) {
        Page asks = answers.questionnaire().pages().stream()
                .filter(page -> page.questions().stream().anyMatch(question -> question.linkId().equals(linkId))).findFirst().orElseThrow();
        return new Told(answers.questionnaire().numberOf(asks.linkId()), answers.questionnaire().get(linkId).text(), answers.wordsOf(linkId).orElse(null));
    }
}
