package clinic.anteroom.web.reception;

import clinic.anteroom.intake.CallService;
import clinic.anteroom.intake.PatientCall;
import clinic.anteroom.web.shell.PressedBacking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Who waits for a call of the clinic, and what was taken care of lately. */
@Named
@RequestScoped
public class AlertsBacking {

    @Inject
    private CallService calls;

    @Inject
    private PressedBacking pressed;

    private List<CallRow> rows;
    private List<PatientCall> done;

    /** Those who wait, emergencies first. */
    public List<CallRow> getRows() {
        if (rows == null) {
            rows = calls.waiting().stream().map(CallRow::new).toList();
        }
        return rows;
    }

    /** What was taken care of in the last seven days. */
    public List<PatientCall> getDone() {
        if (done == null) {
            done = calls.doneLately();
        }
        return done;
    }

    /** Somebody at this desk has taken care of it. */
    public String done(UUID call) {
        calls.done(call, pressed.words(call));
        return "/reception/alerts?faces-redirect=true";
    }
}
