package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Urgency;
import java.util.List;

/**
 * On which days after a form its patient is asked how it goes. Advice for home says its days itself (muscle-twitching.md 1.1:
 * day 14; other-complaints.md: SA-R12 day 7 and 14, SM-R07 at 3 months). Of the rules for a visit only CL-R05 asks for it:
 * three published clots were labelled a strained calf first.
 */
final class CheckInDays {

    private static final String STRAINED_CALF = "RECHECK_DAY_3_AND_7";

    private CheckInDays() {
    }

    /**
     * The days counted from the day of the form, in order; empty if nobody asks.
     *
     * @param questionnaire name of the questionnaire
     */
    static List<Integer> of(Evaluation evaluation, String questionnaire) {
        if (evaluation.urgency() == Urgency.SELF_CARE) {
            return SelfCareAdvice.find(questionnaire).map(SelfCareAdvice::checkInDays).orElse(List.of());
        }
        return evaluation.urgency() == Urgency.ROUTINE && evaluation.others().contains(STRAINED_CALF) ? List.of(3, 7) : List.of();
    }
}
