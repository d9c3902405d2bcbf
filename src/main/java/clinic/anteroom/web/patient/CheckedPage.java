package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Page;
import java.util.List;

/**
 * One page of the form in the summary.
 *
 * @param linkId of the page; never null
 * @param title  of the page; never null
 * @param told   its questions with their answers; never empty
 */
public record CheckedPage(String linkId, String title, List<Told> told) {

    /**
     * A question and its answer.
     *
     * @param question in the patient's words; never null
     * @param answer   in the patient's words; null if there is none
     */
    public record Told(String question, String answer) {
    }

    static CheckedPage of(Page page, Answers answers) {
        return new CheckedPage(page.linkId(), page.title(), answers.asked(page).stream()
                .map(question -> new Told(question.text(), answers.wordsOf(question.linkId()).orElse(null))).toList());
    }
}
