package clinic.anteroom.intake;

import clinic.anteroom.shared.Translation;
import java.util.List;

/**
 * One topic of a questionnaire, shown at once.
 *
 * @param linkId    for example {@code page.where}; never null
 * @param title     what the page is about, in the patient's words; never null
 * @param questions in order; never empty, not all of them need to be asked
 */
public record Page(String linkId, String title, List<Question> questions) {

    public Page {
        questions = List.copyOf(questions);
    }

    Page in(Translation translation) {
        return new Page(linkId, translation.get(linkId, title), questions.stream().map(question -> question.in(translation)).toList());
    }
}
