package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Complaint;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.OnlineForm;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.web.shell.ChosenComplaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * The first page: choose what is wrong and begin a form, or go on with the one this browser has begun. {@code find}
 * puts on top what fits the words typed; what does not fit stays on the page. It is posted: what somebody suffers from stands in no address.
 */
@Named
@RequestScoped
public class StartBacking {

    private static final int LONGEST_SEARCH = 100;

    @Inject
    private PatientDraft draft;

    @Inject
    private IntakeService intake;

    @Inject
    private ChosenComplaint chosen;

    @Inject
    private FacesContext faces;

    private List<Complaint> complaints;
    private String find;

    /** Reads what can be chosen. */
    @PostConstruct
    void read() {
        complaints = intake.complaints();
        String typed = faces.getExternalContext().getRequestParameterMap().getOrDefault("find", "").strip();
        find = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH));
    }

    /** Goes to the first page about what was chosen; null to show what can be chosen. */
    public String chosen() {
        if (!chosen.isJustChosen() || complaints.stream().noneMatch(one -> chosen.name().filter(one.name()::equals).isPresent())) {
            return null;
        }
        chosen.keep(chosen.name().orElseThrow());
        return "/patient/question" + PatientDraft.REDIRECT + "&begin=new";
    }

    /** Whether a form can be begun now; if not, why. */
    public OnlineForm getOnlineForm() {
        return intake.onlineForm();
    }

    /** Whether a form waits to be gone on with. */
    public boolean isBegun() {
        return open().isPresent();
    }

    /** What the form that waits is about; null if there is none. */
    public String getBegunAbout() {
        return open().map(found -> found.questionnaire().title()).orElse(null);
    }

    /** The number of the page to go on with; null when all pages were seen. */
    public Integer getGoOnWith() {
        return open().flatMap(found -> found.resumeAt().map(page -> found.questionnaire().numberOf(page.linkId()))).orElse(null);
    }

    /** What was searched for; empty if nothing. */
    public String getFind() {
        return find;
    }

    /** What fits the search; everything while nothing is searched for. */
    public List<Complaint> getFitting() {
        return complaints.stream().filter(one -> one.fits(find)).toList();
    }

    /** What does not fit the search. */
    public List<Complaint> getOthers() {
        return complaints.stream().filter(one -> !one.fits(find)).toList();
    }

    private Optional<Draft> open() {
        return draft.find().filter(found -> found.status() == ResponseStatus.IN_PROGRESS);
    }
}
