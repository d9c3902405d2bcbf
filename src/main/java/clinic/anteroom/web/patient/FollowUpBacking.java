package clinic.anteroom.web.patient;

import clinic.anteroom.intake.FollowUp;
import clinic.anteroom.intake.FollowUpService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the doctor asks about the form that was sent in: one question after the other. */
@Named
@RequestScoped
public class FollowUpBacking {

    @Inject
    private FollowUpService followUps;

    @Inject
    private PatientDraft patient;

    private List<FollowUp> open;
    private String answer;

    @PostConstruct
    void read() {
        open = patient.find().isEmpty() ? List.of() : followUps.openOf(patient.key());
    }

    /** The question that comes next; null if none waits. */
    public FollowUp getNext() {
        return open.isEmpty() ? null : open.get(0);
    }

    /** Sends the answer; the next question follows, or thanks. */
    public String send() {
        if (!open.isEmpty()) {
            followUps.answer(patient.key(), open.get(0).id(), answer);
        }
        return "/patient/followup" + PatientDraft.REDIRECT;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
