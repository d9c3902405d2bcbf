package clinic.anteroom.myvisit;

import java.time.Instant;

/**
 * A question about a visit and what its patient answered.
 *
 * @param question never null
 * @param value    code of an option, or the patient's words; null for no answer, which is never "no"
 * @param at       when; null for no answer
 */
public record VisitAnswer(VisitQuestion question, String value, Instant at) {

    /** Whether there is an answer. */
    public boolean isAnswered() {
        return value != null;
    }

    /** The answer as its patient read or wrote it; null for none. */
    public String in(String language) {
        return value == null ? null : question.option(value).map(option -> option.text().in(language)).orElse(value);
    }

    /** What the patient was told with it; null for nothing. */
    public String told(String language) {
        return question.option(value).map(VisitQuestion.Option::words).map(words -> words.in(language)).orElse(null);
    }

    /** Whether it says that the clinic is called first. */
    public boolean isCall() {
        return question.chosen(value, VisitQuestion.Effect.CALL).isPresent();
    }

    /** Whether its patient was warned. */
    public boolean isWarned() {
        return question.chosen(value, VisitQuestion.Effect.WARN).isPresent();
    }
}
