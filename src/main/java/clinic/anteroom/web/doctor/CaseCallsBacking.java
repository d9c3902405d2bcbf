package clinic.anteroom.web.doctor;

import clinic.anteroom.intake.Attachment;
import clinic.anteroom.intake.AttachmentService;
import clinic.anteroom.intake.CallService;
import clinic.anteroom.intake.CheckIn;
import clinic.anteroom.intake.CheckInService;
import clinic.anteroom.intake.Note;
import clinic.anteroom.intake.NoteService;
import clinic.anteroom.intake.PatientCall;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened around the opened case besides its answers: calls to make or made, what the patient added, photos. */
@Named
@RequestScoped
public class CaseCallsBacking {

    @Inject
    private CallService calls;

    @Inject
    private CheckInService checkIns;

    @Inject
    private NoteService notes;

    @Inject
    private AttachmentService attachments;

    @Inject
    private ReviewBacking review;

    private List<PatientCall> list;
    private List<CheckIn> said;
    private List<Note> added;
    private List<Attachment> attached;
    private final Map<UUID, String> words = new HashMap<>();

    /** The calls for this case, the newest first. */
    public List<PatientCall> getCalls() {
        if (list == null) {
            list = calls.of(caseId());
        }
        return list;
    }

    /** What the patient said some days later, the newest first. */
    public List<CheckIn> getCheckIns() {
        if (said == null) {
            said = checkIns.of(caseId());
        }
        return said;
    }

    /** What the patient added, the oldest first. */
    public List<Note> getNotes() {
        if (added == null) {
            added = notes.of(caseId());
        }
        return added;
    }

    /** Photos and videos that came with the form. */
    public List<Attachment> getAttachments() {
        if (attached == null) {
            attached = attachments.of(caseId());
        }
        return attached;
    }

    /** The doctor has taken care of it. */
    public String done(PatientCall call) {
        calls.done(call.id(), words.get(call.id()));
        return "/doctor/review?faces-redirect=true&case=" + caseId();
    }

    private UUID caseId() {
        return review.getShown().summary().responseId();
    }

    /** What came of a call, by its id: every call has a field of its own. */
    public Map<UUID, String> getWords() {
        return words;
    }
}
