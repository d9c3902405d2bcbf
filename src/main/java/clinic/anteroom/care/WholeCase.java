package clinic.anteroom.care;

import clinic.anteroom.intake.Attachment;
import clinic.anteroom.intake.CheckIn;
import clinic.anteroom.intake.FollowUp;
import clinic.anteroom.intake.Note;
import clinic.anteroom.intake.PatientCall;
import clinic.anteroom.intake.SentForm;
import clinic.anteroom.triage.FlagStepTaken;
import clinic.anteroom.triage.TracedRule;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that the page of one case shows, as it stood at one moment.
 *
 * @param open      the case itself
 * @param filledBy  who of the staff typed what a caller said; null for a form that came by itself
 * @param beside    the cases before and after it in the folder the doctor works in
 * @param flagSteps what became of each flag so far, the oldest step first
 * @param traces    the rules behind the flags by their id, condition by condition
 * @param kept      the note for the medical record and what people did
 * @param around    what happened besides the answers
 */
public record WholeCase(OpenCase open, String filledBy, Neighbours beside, Map<UUID, List<FlagStepTaken>> flagSteps,
        Map<String, TracedRule> traces, Kept kept, Around around) {

    /**
     * What doctors did.
     *
     * @param note    as it was kept last; null while there is none
     * @param steps   what people did with the case, the oldest first
     * @param results what came back for its orders, the oldest first
     * @param words   what colleagues told or asked each other about it, the oldest first
     */
    public record Kept(RecordNote note, List<CaseStepTaken> steps, List<TestResult> results, List<ColleagueWord> words) {
    }

    /**
     * What happened besides the answers.
     *
     * @param calls       to make or made, the newest first
     * @param checkIns    what the patient said some days later, the newest first
     * @param notes       what the patient added, the oldest first
     * @param attachments photos and videos that came with the form
     * @param questions   what the patient was asked after the form was sent in, the oldest first
     * @param others      other forms of the patient, the newest first
     */
    public record Around(List<PatientCall> calls, List<CheckIn> checkIns, List<Note> notes, List<Attachment> attachments, List<FollowUp> questions,
            List<SentForm> others) {
    }
}
