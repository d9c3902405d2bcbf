package clinic.anteroom.web.admin;

import clinic.anteroom.notify.LetterOfficeService;
import clinic.anteroom.scheduling.VisitKindService;
import clinic.anteroom.scheduling.VisitPolicy;
import clinic.anteroom.scheduling.VisitPolicyService;
import clinic.anteroom.scheduling.VisitPreview;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may book each kind of visit, until when it can be changed, and when reminders leave. */
@Named
@RequestScoped
public class VisitTypesBacking {

    private static final int HOUR = 60;

    @Inject
    private FacesContext faces;

    @Inject
    private VisitPolicyService policies;

    @Inject
    private VisitKindService kinds;

    @Inject
    private LetterOfficeService office;

    @Inject
    private ClinicTime time;

    private List<VisitPolicy> all;
    private VisitPolicy chosen;
    private boolean patientsMayBook;
    private int notice;
    private int horizon;
    private int alone;
    private VisitPolicy.Picker picker;
    private int minAge;
    private boolean asking;
    private Integer cap;
    private boolean patientsMayChange;
    private int change;
    private Integer checkIn;
    private String rungs;
    private String minutes;
    private VisitPreview preview;

    /** Which kind is worked on comes with the address; the first one otherwise. */
    @PostConstruct
    void read() {
        all = policies.all();
        String code = faces.getExternalContext().getRequestParameterMap().get("visit");
        chosen = all.stream().filter(one -> code == null || one.code().equals(code)).findFirst().orElseThrow(NotThere::new);
        patientsMayBook = chosen.patientsMayBook();
        notice = chosen.noticeMinutes() / HOUR;
        horizon = chosen.horizonDays();
        picker = chosen.picker();
        minAge = chosen.minAge();
        alone = chosen.aloneDays();
        cap = chosen.dailyCap();
        patientsMayChange = chosen.patientsMayChange();
        change = chosen.changeNoticeMinutes() / HOUR;
        checkIn = chosen.checkInBeforeMinutes();
        rungs = ladder(chosen.code());
        asking = faces.getExternalContext().getRequestParameterMap().containsKey("form:retire"); // Its button is there when it is pressed.
        minutes = String.join(", ", kinds.minutes(chosen.code()).stream().map(String::valueOf).toList());
    }

    /** Shows what patients would find; nothing is set. */
    public void look() {
        preview = kinds.preview(chosen.code(), numbers(minutes), notice * HOUR, alone);
    }

    /** What patients would find with what is typed; null before somebody has looked. */
    public VisitPreview getPreview() {
        return preview;
    }

    /** When reminders of the first free visit would leave, from nine o'clock on. */
    public List<LocalDate> getReminders() {
        LocalDate day = LocalDate.ofInstant(preview.first(), time.zone());
        return numbers(rungs).stream().sorted(Comparator.reverseOrder()).map(before -> day.minusDays(before)).filter(date -> !date.isBefore(time.today())).toList();
    }

    /** Until when the first free visit could be changed without the phone. */
    public Instant getChangeUntil() {
        return preview.first().minus(Duration.ofHours(change));
    }

    /** From when on its patient could check in by phone. */
    public Instant getCheckInFrom() {
        return preview.first().minus(Duration.ofMinutes(checkIn));
    }

    /** Whole numbers in what was typed, in their order. */
    static List<Integer> numbers(String typed) {
        return Stream.of((typed == null ? "" : typed).split("[^0-9]+")).filter(part -> !part.isEmpty() && part.length() < 4).map(Integer::valueOf).toList();
    }

    /** Says what taking it out would mean; nothing is done yet. */
    public void askToRetire() {
        asking = true;
    }

    /** Whether somebody wants to take it out and has to say so again. */
    public boolean isAsking() {
        return asking;
    }

    /** How many visits of this kind are still to come. */
    public int getBookedAhead() {
        return kinds.bookedAhead(chosen.code());
    }

    /** Kinds that are not offered any more, names by code. */
    public Map<String, String> getRetired() {
        return policies.retired();
    }

    /** Offers the kind of the button that was pressed again. */
    public String offerAgain() {
        String code = faces.getExternalContext().getRequestParameterMap().getOrDefault("again:offer", "");
        if (!getRetired().containsKey(code)) {
            throw new NotThere();
        }
        kinds.offerAgain(code);
        return "/admin/visits?faces-redirect=true&saved=1&visit=" + code;
    }

    /** Takes it out of the offer. */
    public String retire() {
        kinds.retire(chosen.code());
        return "/admin/visits?faces-redirect=true&saved=1";
    }

    /** Sets it. */
    public String save() {
        office.setRungs(chosen.code(), numbers(rungs), change * HOUR);
        policies.change(new VisitPolicy(chosen.code(), chosen.name(), patientsMayBook, picker, minAge, notice * HOUR, horizon, alone, cap, patientsMayChange, change * HOUR, checkIn));
        kinds.setMinutes(chosen.code(), numbers(minutes));
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

    /** Who of the patients can be chosen. */
    public List<VisitPolicy.Picker> getPickers() {
        return List.of(VisitPolicy.Picker.values());
    }

    public VisitPolicy.Picker getPicker() {
        return picker;
    }

    public void setPicker(VisitPolicy.Picker picker) {
        this.picker = picker;
    }

    public int getMinAge() {
        return minAge;
    }

    public void setMinAge(int minAge) {
        this.minAge = minAge;
    }

    public int getAlone() {
        return alone;
    }

    public void setAlone(int alone) {
        this.alone = alone;
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

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes;
    }

    public String getRungs() {
        return rungs;
    }

    public void setRungs(String rungs) {
        this.rungs = rungs;
    }
}
