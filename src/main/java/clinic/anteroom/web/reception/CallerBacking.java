package clinic.anteroom.web.reception;

import clinic.anteroom.intake.Complaint;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.web.shell.CallerForm;
import clinic.anteroom.web.shell.ChosenComplaint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A caller is on the line: choose what it is about, and fill in the form for them. */
@Named
@RequestScoped
public class CallerBacking {

    @Inject
    private IntakeService intake;

    @Inject
    private CallerForm caller;

    @Inject
    private ChosenComplaint chosen;

    private List<Complaint> complaints;

    /** What can be chosen. */
    public List<Complaint> getComplaints() {
        if (complaints == null) {
            complaints = intake.complaints();
        }
        return complaints;
    }

    /** Begins a form for the caller. */
    public String begin(Complaint about) {
        caller.begin();
        chosen.keep(about.name());
        return "/patient/question?faces-redirect=true&begin=new";
    }
}
