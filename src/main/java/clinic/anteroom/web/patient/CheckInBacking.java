package clinic.anteroom.web.patient;

import clinic.anteroom.intake.CheckIn;
import clinic.anteroom.intake.CheckInService;
import clinic.anteroom.intake.Course;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.triage.PatientOutcome;
import clinic.anteroom.triage.SelfCareAdvice;
import clinic.anteroom.triage.TriageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How it goes some days after the form: behind the mailed link, and from the page that says what happens next. */
@Named
@RequestScoped
public class CheckInBacking {

    @Inject
    private PatientDraft patient;

    @Inject
    private CheckInService checkIns;

    @Inject
    private TriageService triage;

    private Course course;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return patient.elsewhereUnless(ResponseStatus.COMPLETED);
    }

    /** Tells the clinic; the page says what follows from it. */
    public String send() {
        checkIns.say(patient.key(), course);
        return "/patient/checkin" + PatientDraft.REDIRECT;
    }

    /** What was said last; null if nothing was. */
    public CheckIn getLast() {
        return checkIns.last(patient.key()).orElse(null);
    }

    /** The answers there are. */
    public List<Course> getCourses() {
        return List.of(Course.values());
    }

    /** What needs help at once, as the advice for home says it; empty where there was no such advice. */
    public List<SelfCareAdvice.Text> getNet() {
        return patient.find().flatMap(draft -> triage.adviceFor(draft.responseId())).map(SelfCareAdvice::callAtOnceIf).orElse(List.of());
    }

    /** What the rules said to mind: in the place of advice for home. */
    public List<String> getWords() {
        return patient.find().flatMap(draft -> triage.outcomeFor(draft.responseId())).map(PatientOutcome::words).orElse(List.of());
    }

    public Course getCourse() {
        return course;
    }

    public void setCourse(Course course) {
        this.course = course;
    }
}
