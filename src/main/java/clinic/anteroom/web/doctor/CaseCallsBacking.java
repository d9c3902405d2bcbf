package clinic.anteroom.web.doctor;

import clinic.anteroom.intake.Attachment;
import clinic.anteroom.intake.CallService;
import clinic.anteroom.intake.CheckIn;
import clinic.anteroom.intake.Note;
import clinic.anteroom.intake.PatientCall;
import clinic.anteroom.web.shell.PressedBacking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What happened around the opened case besides its answers: calls to make or made, what the patient added, photos. */
@Named
@RequestScoped
public class CaseCallsBacking {

    @Inject
    private CallService calls;

    @Inject
    private ReviewBacking review;

    @Inject
    private PressedBacking pressed;


    /** The calls for this case, the newest first. */
    public List<PatientCall> getCalls() {
        return review.getWhole().around().calls();
    }

    /** What the patient said some days later, the newest first. */
    public List<CheckIn> getCheckIns() {
        return review.getWhole().around().checkIns();
    }

    /** What the patient added, the oldest first. */
    public List<Note> getNotes() {
        return review.getWhole().around().notes();
    }

    /** Photos and videos that came with the form. */
    public List<Attachment> getAttachments() {
        return review.getWhole().around().attachments();
    }

    /** The doctor has taken care of it. */
    public String done(UUID call) {
        calls.done(call, pressed.words(call));
        return "/doctor/review?faces-redirect=true&case=" + caseId();
    }

    private UUID caseId() {
        return review.getShown().summary().responseId();
    }
}
