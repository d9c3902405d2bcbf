package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Wording;

/**
 * An answer that decided a rule, in English and as the patient saw it.
 *
 * @param linkId       the question's link id
 * @param question     its words
 * @param answer       the words of the answer
 * @param seenQuestion the question as the patient read it in another language; null if that was English
 * @param seenAnswer   the answer as the patient read it in another language; null if that was English, or if there is none
 */
public record DecidingAnswer(String linkId, String question, String answer, String seenQuestion, String seenAnswer) {

    static DecidingAnswer of(String linkId, Wording wording, Answers answers) {
        boolean asked = answers.questionnaire().find(linkId).isPresent();
        return new DecidingAnswer(linkId, wording.question(linkId), wording.answer(linkId),
                asked ? answers.seenQuestion(linkId).orElse(null) : null, asked ? answers.seenWordsOf(linkId).orElse(null) : null);
    }
}
