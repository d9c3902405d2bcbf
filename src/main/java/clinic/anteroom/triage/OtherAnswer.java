package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Urgency;
import java.util.List;

/**
 * A change of answers in words.
 *
 * @param changes one an answer, never empty
 * @param urgency what the urgency would be then
 */
public record OtherAnswer(List<Changed> changes, Urgency urgency) {

    /**
     * One answer changed.
     *
     * @param linkId   the question's link id
     * @param question its words
     * @param from     what was answered, "not answered" if nothing was
     * @param to       what would be answered
     */
    public record Changed(String linkId, String question, String from, String to) {
    }
}
