package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.access.StaffService;
import clinic.anteroom.intake.FollowUpService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Work on a case that orders nothing: whose it is, a word to colleagues, a question to the patient, its note, its end. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class CaseService {

    private static final String ENTITY = "Task";

    @Inject
    private CaseFiles files;

    @Inject
    private Cases cases;

    @Inject
    private FollowUpService followUps;

    @Inject
    private StaffService staff;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /**
     * Gives a case to a doctor.
     *
     * @param owner account of a doctor; null or empty to let it go
     * @throws DecisionRefused if there is no such doctor (field {@code owner})
     * @throws CaseChanged     if somebody did something with the case meanwhile
     */
    public void assign(UUID responseId, int seen, String owner) {
        String given = owner == null || owner.isBlank() ? null : owner;
        if (given != null && staff.doctors().stream().noneMatch(doctor -> doctor.username().equals(given))) {
            throw new DecisionRefused("owner", "refusal.owner_unknown");
        }
        files.expect(responseId, seen);
        files.assign(responseId, given);
        step(responseId, CaseStep.ASSIGNED, given);
    }

    /**
     * A word to colleagues, which the patient does not read.
     *
     * @param words 1 to 2000 characters
     * @throws DecisionRefused if there are none (field {@code remark})
     */
    public void remark(UUID responseId, String words) {
        String text = Texts.of("remark", words, true);
        files.lock(responseId);
        step(responseId, CaseStep.NOTE, text);
    }

    /**
     * Asks the patient something. The case waits among those for the patient until all of it is answered, then comes back by itself.
     *
     * @param words 1 to 1000 characters; each line is a question of its own
     * @return whether a mail with a link leaves; without an address somebody has to call
     * @throws DecisionRefused if there are none (field {@code question})
     */
    public boolean ask(UUID responseId, String words) {
        String text = Texts.of("question", words, true);
        if (text.length() > FollowUpService.LONGEST) {
            throw new DecisionRefused("question", "refusal.text_too_long", FollowUpService.LONGEST);
        }
        files.lock(responseId);
        boolean mailed = followUps.ask(responseId, text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        step(responseId, CaseStep.ASKED, text);
        return mailed;
    }

    /** Writes down what the patient said on the phone; refuses without words (field {@code answer}). */
    public void answered(UUID responseId, UUID questionId, String words) {
        String text = Texts.of("answer", words, true);
        files.lock(responseId);
        followUps.answerByPhone(responseId, questionId, text);
        step(responseId, CaseStep.ANSWERED, null);
    }

    /** The question is not needed any more; the case comes back. */
    public void withdraw(UUID responseId, UUID questionId) {
        files.lock(responseId);
        followUps.withdraw(responseId, questionId);
        step(responseId, CaseStep.ASKED, null);
    }

    /**
     * Writes down that the patient was invited to book what was ordered on a case.
     *
     * @return whose case it is
     * @throws CaseGone if there is no such case, or nobody knows whose it is
     * @throws TooLate  if no order stands any more
     */
    public UUID invited(UUID responseId) {
        files.lock(responseId);
        CaseSummary summary = cases.find(responseId, me()).filter(found -> found.patientId() != null).orElseThrow(CaseGone::new);
        if (summary.work().orders() == 0) {
            throw TooLate.nothingToBook();
        }
        step(responseId, CaseStep.INVITED, null);
        return summary.patientId();
    }

    /** Nothing is left to do. Refuses with {@link CaseChanged}. */
    public void close(UUID responseId, int seen, String words) {
        files.expect(responseId, seen);
        files.close(responseId, me(), time.now());
        step(responseId, CaseStep.CLOSED, Texts.of("closing", words, false));
    }

    /** There is something to do after all. Refuses with {@link CaseChanged}. */
    public void reopen(UUID responseId, int seen) {
        files.expect(responseId, seen);
        files.close(responseId, null, time.now());
        step(responseId, CaseStep.REOPENED, null);
    }

    /**
     * Keeps the note of the case for the medical record; every doctor may change it.
     *
     * @param text 1 to 20000 characters
     * @throws DecisionRefused if it is empty or too long (field {@code note})
     */
    public void keepNote(UUID responseId, int seen, String text) {
        if (text == null || text.isBlank() || text.length() > 20_000) {
            throw new DecisionRefused("note", text == null || text.isBlank() ? "refusal.note_empty" : "refusal.text_too_long", 20_000);
        }
        files.expect(responseId, seen);
        files.keepNote(responseId, text.strip(), me(), time.now());
        step(responseId, CaseStep.DRAFTED, null);
    }

    /** The note as it was kept last; empty if there is none. */
    public Optional<RecordNote> note(UUID responseId) {
        return files.note(responseId);
    }

    /** What people did with the case after a version, the oldest first; {@code -1} for everything. */
    public List<CaseStepTaken> steps(UUID responseId, int after) {
        return files.stepsAfter(responseId, after);
    }

    /** Says that the caller has opened a case. */
    public void arrive(UUID responseId) {
        files.present(responseId, me(), time.now());
    }

    /** Says that the caller has a case open, and tells who else has, and its version now. No look at the record. */
    public Optional<CaseSummary.Work> present(UUID responseId) {
        files.present(responseId, me(), time.now());
        return cases.find(responseId, me()).map(CaseSummary::work);
    }

    /** The caller closed the case. */
    public void leave(UUID responseId) {
        files.gone(responseId, me());
    }

    /** How many cases of a folder came after a moment. */
    public int newer(CaseFolder folder, Instant after) {
        return cases.newer(folder, me(), after);
    }

    private void step(UUID responseId, CaseStep step, String words) {
        audit.record(AuditedAction.UPDATE, ENTITY, responseId, cases.find(responseId, me()).map(CaseSummary::patientId).orElse(null));
        files.step(responseId, new CaseStepTaken(0, time.now(), me(), step, null, words));
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
