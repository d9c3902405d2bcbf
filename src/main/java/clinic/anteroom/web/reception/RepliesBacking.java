package clinic.anteroom.web.reception;

import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.PatientSummary;
import clinic.anteroom.myvisit.BookingInvitationService;
import clinic.anteroom.myvisit.Invitation;
import clinic.anteroom.myvisit.Message;
import clinic.anteroom.myvisit.MessageService;
import clinic.anteroom.myvisit.PatientTask;
import clinic.anteroom.myvisit.PatientTaskService;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What patients said and nobody has taken care of, the exchange with one of them, and the invitation to choose a time. */
@Named
@RequestScoped
public class RepliesBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private PatientTaskService tasks;

    @Inject
    private MessageService messages;

    @Inject
    private BookingInvitationService invitations;

    @Inject
    private PatientService patients;

    private UUID patientId;
    private PatientSummary patient;
    private List<PatientTask> open;
    private String words;
    private boolean review;

    /** Whose exchange is shown comes with the address. */
    @PostConstruct
    void read() {
        String id = faces.getExternalContext().getRequestParameterMap().get("patient");
        try {
            patientId = id == null || id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
        patient = patientId == null ? null : patients.find(patientId).orElseThrow(NotThere::new);
    }

    /** What nobody has taken care of, urgent first. */
    public List<PatientTask> getOpen() {
        if (open == null) {
            open = tasks.open();
        }
        return open;
    }

    /** The patient whose exchange is shown; null for none. */
    public PatientSummary getPatient() {
        return patient;
    }

    /** The exchange, the newest last. */
    public List<Message> getMessages() {
        return messages.with(patientId);
    }

    /** The newest invitation; null if there was none. */
    public Invitation getInvitation() {
        return invitations.find(patientId).orElse(null);
    }

    /** Answers. */
    public String send() {
        messages.send(patientId, Message.Topic.OTHER, words);
        return here();
    }

    /** Lets the patient choose a time. */
    public String invite() {
        invitations.invite(patientId, review ? "NEUROLOGY_FOLLOW_UP" : null);
        return here();
    }

    /** Takes the right back. */
    public String withdraw() {
        invitations.withdraw(patientId);
        return here();
    }

    /** Somebody has taken care of it. */
    public String done(UUID taskId) {
        getOpen().stream().filter(one -> one.id().equals(taskId)).findFirst().ifPresent(task -> tasks.done(taskId, task.patientId()));
        return "/reception/replies?faces-redirect=true";
    }

    private String here() {
        return "/reception/replies?faces-redirect=true&patient=" + patientId;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public boolean isReview() {
        return review;
    }

    public void setReview(boolean review) {
        this.review = review;
    }
}
