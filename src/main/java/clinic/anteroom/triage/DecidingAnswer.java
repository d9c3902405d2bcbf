package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.shared.Language;
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

    static DecidingAnswer of(String linkId, Wording english, Answers seen) {
        boolean other = seen.questionnaire().language() != Language.ENGLISH && seen.questionnaire().find(linkId).isPresent();
        return new DecidingAnswer(linkId, english.question(linkId), english.answer(linkId),
                other ? seen.questionnaire().find(linkId).map(Question::text).orElse(null) : null,
                other ? seen.wordsOf(linkId).orElse(null) : null);
    }
}
