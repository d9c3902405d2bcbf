package clinic.anteroom.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One line of the doctor's list.
 *
 * @param responseId     the form
 * @param reference      what the patient was given to quote
 * @param complaint      what the form is about, for example "Muscle twitching"; never null
 * @param patientId      whose it is; null for a form stopped before its sender was known
 * @param patientName    given and family name; null for a form stopped before its sender was known
 * @param birthDate      null as above
 * @param sex            FEMALE, MALE, INTERSEX or PREFER_NOT; null as above or if not told
 * @param urgency        EMERGENCY, URGENT, SOON, ROUTINE or SELF_CARE
 * @param dueAt          last moment in time; null for care at home
 * @param since          when it was sent in or stopped
 * @param diverted       whether an emergency stopped the form: the patient was sent to emergency help, not to us
 * @param emergencyTold  what the patient had answered when the form was stopped, in words; empty for all other forms
 * @param emergencyReply HAS_CALLED or CANNOT_CALL; null if the patient did not say
 * @param emergencyPhone where to call back; null if not told
 * @param byHand         whether rules failed and a person has to read the form
 * @param redFlags       rules of the three urgent levels that are met for certain
 * @param tests          tests flagged and not dismissed: BLOOD, EMG, NCS, CT, MRI
 * @param work           how far it is
 */
public record CaseSummary(UUID responseId, String reference, String complaint, UUID patientId, String patientName, LocalDate birthDate,
        String sex, String urgency, Instant dueAt, Instant since, boolean diverted, String emergencyTold, String emergencyReply, String emergencyPhone,
        boolean byHand, int redFlags, List<String> tests, Work work) {

    /**
     * What people did with a case so far.
     *
     * @param undecided     flags that wait for a doctor
     * @param decided       flags confirmed or dismissed
     * @param orders        orders that stand
     * @param booked        orders with a visit, ahead or past
     * @param resultsUnread results that no doctor has read
     * @param ordersOpen    orders whose result no doctor has read
     * @param askedAt       since when the patient's answer is awaited; null if it is not
     * @param open          whether anything is left to do
     * @param owner         account that has taken it; null if nobody has
     * @param version       counts what people did; to be sent back with the next decision
     * @param readers       accounts that have it open at this moment
     * @param waitOnMe      accounts of colleagues whose word on it waits for whoever asks to read or answer it
     */
    public record Work(int undecided, int decided, int orders, int booked, int resultsUnread, int ordersOpen, Instant askedAt, boolean open, String owner,
            int version, List<String> readers, List<String> waitOnMe) {
    }

    /** Whether nothing is left to do. */
    public boolean done() {
        return !work.open();
    }
}
