package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CareService;
import clinic.anteroom.care.CaseFolder;
import clinic.anteroom.care.CaseSummary;
import clinic.anteroom.care.Worklist;
import clinic.anteroom.care.WorklistQuery;
import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Complaint;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/** The list a doctor starts the day with. {@code ?folder=} says which part of it, {@code &complaint=&test=&search=} what of that. */
@Named
@RequestScoped
public class WorklistBacking {

    private static final Duration CLOSE = Duration.ofDays(3);

    @Inject
    private CareService care;

    @Inject
    private IntakeService intake;

    @Inject
    private WorklistChoice choice;

    @Inject
    private ClinicTime time;

    @Inject
    private FacesContext faces;

    private WorklistQuery query;
    private Worklist list;

    @PostConstruct
    void read() {
        query = choice.read(faces.getExternalContext());
    }

    /** The part that is shown; read when a page first asks for it. */
    public Worklist getList() {
        if (list == null) {
            list = care.worklist(query);
        }
        return list;
    }

    public WorklistQuery getQuery() {
        return query;
    }

    public CaseFolder[] getFolders() {
        return CaseFolder.values();
    }

    /** What a form can be about. */
    public List<Complaint> getComplaints() {
        return intake.complaints();
    }

    public TestType[] getTests() {
        return TestType.values();
    }

    /** Whether something is left out of the folder by the reader's own wish. */
    public boolean isFiltered() {
        return !(query.complaint() + query.test() + query.search()).isEmpty();
    }

    /** Age in whole years today. */
    public int age(CaseSummary summary) {
        return Period.between(summary.birthDate(), time.today()).getYears();
    }

    /** Style of the time left: late, close, or neither. */
    public String pressure(CaseSummary summary) {
        if (summary.dueAt() == null || summary.done() || summary.diverted()) {
            return "";
        }
        Duration left = Duration.between(time.now(), summary.dueAt());
        return left.isNegative() ? "is-late" : left.compareTo(CLOSE) < 0 ? "is-close" : "";
    }
}
