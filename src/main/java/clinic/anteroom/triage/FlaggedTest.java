package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Strength;
import clinic.anteroom.triage.rules.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A flag as a doctor reads it.
 *
 * @param id           its id
 * @param responseId   the form it belongs to
 * @param test         BLOOD, EMG, NCS, CT or MRI
 * @param strength     how strongly it is proposed
 * @param bodyPart     which part, as a code; empty if it needs none
 * @param analytes     what is measured in blood, as codes
 * @param alsoConsider what is measured only if the doctor agrees
 * @param urgency      the most urgent of its rules
 * @param status       RAISED, CONFIRMED or REJECTED
 * @param decidedBy    account that decided; null while RAISED
 * @param decidedAt    when; null while RAISED
 * @param reasonCode   why it was rejected, as a code; else null
 * @param reason       more about that in words; null if there is nothing to add
 * @param onHold       whether a safety question must be answered first
 * @param reasons      the rules behind it
 */
public record FlaggedTest(UUID id, UUID responseId, String test, Strength strength, String bodyPart, List<String> analytes,
        List<String> alsoConsider, Urgency urgency, FlagStatus status, String decidedBy, Instant decidedAt, String reasonCode,
        String reason, boolean onHold, List<FlagReason> reasons) {

    /** Whether not following it needs a reason: it is suggested, not only to be considered, and cannot wait for a normal visit. */
    public boolean isGrave() {
        return strength != Strength.CONSIDER && urgency.compareTo(Urgency.SOON) <= 0;
    }

    /** The same flag for another part of the body or other analytes. */
    FlaggedTest as(String part, List<String> measured) {
        return new FlaggedTest(id, responseId, test, strength, part, List.copyOf(measured), alsoConsider, urgency, status, decidedBy,
                decidedAt, reasonCode, reason, onHold, reasons);
    }
}
