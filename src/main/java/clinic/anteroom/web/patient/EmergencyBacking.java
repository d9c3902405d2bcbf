package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.EmergencyReply;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Note;
import clinic.anteroom.intake.NoteService;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.triage.EmergencyAdvice;
import clinic.anteroom.triage.TriageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** An answer means an emergency: get help now. No time is offered here. */
@Named
@RequestScoped
public class EmergencyBacking {

    private static final String HERE = "/patient/emergency" + PatientDraft.REDIRECT;

    @Inject
    private PatientDraft patient;

    @Inject
    private IntakeService intake;

    @Inject
    private TriageService triage;

    @Inject
    private NoteService notes;

    private String phone;
    private String note;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return patient.elsewhereUnless(ResponseStatus.STOPPED);
    }

    /** Help was called. */
    public String hasCalled() {
        intake.acknowledge(patient.key(), EmergencyReply.HAS_CALLED, null);
        return HERE;
    }

    /** Help cannot be called: the clinic has to do it. */
    public String cannotCall() {
        intake.acknowledge(patient.key(), EmergencyReply.CANNOT_CALL, phone);
        return HERE;
    }

    /** Something to add for the clinic. */
    public String addNote() {
        notes.add(patient.key(), note);
        return HERE;
    }

    /** What was added so far, the oldest first. */
    public List<Note> getNotes() {
        return notes.of(patient.key());
    }

    /** The answer was a mistake: back to the page saved last. */
    public String mistake() {
        Draft reopened = intake.reopen(patient.key());
        return PatientDraft.question(reopened, reopened.lastSaved());
    }

    /** What to do now, one text for each rule that is met; empty if no rule says it any more. */
    public List<String> getWords() {
        return patient.find().flatMap(draft -> triage.emergencyFor(draft.responseId())).map(EmergencyAdvice::words).orElse(List.of());
    }

    /** HAS_CALLED, CANNOT_CALL, or null while nothing was said. */
    public EmergencyReply getReply() {
        return patient.find().map(Draft::emergencyReply).orElse(null);
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
