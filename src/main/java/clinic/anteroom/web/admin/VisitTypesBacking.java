package clinic.anteroom.web.admin;

import clinic.anteroom.notify.LetterOfficeService;
import clinic.anteroom.scheduling.VisitPolicy;
import clinic.anteroom.scheduling.VisitPolicyService;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may book each kind of visit, until when it can be changed, and when reminders leave. */
@Named
@RequestScoped
public class VisitTypesBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private VisitPolicyService policies;

    @Inject
    private LetterOfficeService office;

    private List<VisitPolicy> all;
    private VisitPolicy chosen;
    private boolean patientsMayBook;
    private int notice;
    private int horizon;
    private Integer cap;
    private boolean patientsMayChange;
    private int change;
    private Integer checkIn;
    private String rungs;

    /** Which kind is worked on comes with the address; the first one otherwise. */
    @PostConstruct
    void read() {
        all = policies.all();
        String code = faces.getExternalContext().getRequestParameterMap().get("visit");
        chosen = all.stream().filter(one -> code == null || one.code().equals(code)).findFirst().orElseThrow(NotThere::new);
        patientsMayBook = chosen.patientsMayBook();
        notice = chosen.noticeMinutes() / 60;
        horizon = chosen.horizonDays();
        cap = chosen.dailyCap();
        patientsMayChange = chosen.patientsMayChange();
        change = chosen.changeNoticeMinutes() / 60;
        checkIn = chosen.checkInBeforeMinutes();
        rungs = ladder(chosen.code());
    }

    /** Sets it. */
    public String save() {
        List<Integer> days = Stream.of((rungs == null ? "" : rungs).split("[^0-9]+")).filter(part -> !part.isEmpty() && part.length() < 4).map(Integer::valueOf).toList();
        office.setRungs(chosen.code(), days, change * 60);
        policies.change(new VisitPolicy(chosen.code(), chosen.name(), patientsMayBook, notice * 60, horizon, cap, patientsMayChange, change * 60, checkIn));
        return "/admin/visits?faces-redirect=true&saved=1&visit=" + chosen.code();
    }

    /** The days of a ladder as one types them. */
    public String ladder(String code) {
        return office.rungs(code).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public List<VisitPolicy> getAll() {
        return all;
    }

    public VisitPolicy getChosen() {
        return chosen;
    }

    public boolean isPatientsMayBook() {
        return patientsMayBook;
    }

    public void setPatientsMayBook(boolean patientsMayBook) {
        this.patientsMayBook = patientsMayBook;
    }

    public int getNotice() {
        return notice;
    }

    public void setNotice(int notice) {
        this.notice = notice;
    }

    public int getHorizon() {
        return horizon;
    }

    public void setHorizon(int horizon) {
        this.horizon = horizon;
    }

    public Integer getCap() {
        return cap;
    }

    public void setCap(Integer cap) {
        this.cap = cap;
    }

    public boolean isPatientsMayChange() {
        return patientsMayChange;
    }

    public void setPatientsMayChange(boolean patientsMayChange) {
        this.patientsMayChange = patientsMayChange;
    }

    public int getChange() {
        return change;
    }

    public void setChange(int change) {
        this.change = change;
    }

    public Integer getCheckIn() {
        return checkIn;
    }

    public void setCheckIn(Integer checkIn) {
        this.checkIn = checkIn;
    }

    public String getRungs() {
        return rungs;
    }

    public void setRungs(String rungs) {
        this.rungs = rungs;
    }
}
