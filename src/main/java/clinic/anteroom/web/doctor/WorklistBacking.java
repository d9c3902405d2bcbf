package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CareService;
import clinic.anteroom.care.CaseSummary;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The list a doctor starts the day with. {@code ?folder=} says which part of it. */
@Named
@RequestScoped
public class WorklistBacking {

    private static final Duration CLOSE = Duration.ofDays(3);

    @Inject
    private CareService care;

    @Inject
    private ClinicTime time;

    @Inject
    private FacesContext faces;

    private List<CaseSummary> all;
    private Folder folder;
    private List<CaseSummary> cases;

    @PostConstruct
    void read() {
        all = care.worklist();
        folder = Folder.named(faces.getExternalContext().getRequestParameterMap().get("folder"));
        cases = new ArrayList<>(all.stream().filter(folder::holds).toList());
    }

    /** The cases of the chosen folder, what waits first on top; the table sorts this very list when it is asked to. */
    public List<CaseSummary> getCases() {
        return cases;
    }

    public Folder getFolder() {
        return folder;
    }

    public Folder[] getFolders() {
        return Folder.values();
    }

    /** How many cases a folder holds. */
    public long count(Folder one) {
        return all.stream().filter(one::holds).count();
    }

    /** Age in whole years today. */
    public int age(CaseSummary summary) {
        return Period.between(summary.birthDate(), time.today()).getYears();
    }

    /** What the column of the time left is sorted by: emergencies first, care at home last. */
    public Instant slack(CaseSummary summary) {
        return summary.diverted() ? Instant.MIN : summary.dueAt() == null ? Instant.MAX : summary.dueAt();
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
