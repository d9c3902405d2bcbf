package clinic.anteroom.web.admin;

import clinic.anteroom.intake.AttachmentService;
import clinic.anteroom.intake.OnlineForm;
import clinic.anteroom.intake.OnlineFormRules;
import clinic.anteroom.intake.OnlineFormService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;

/** When patients may begin a form themselves, and what they read when they may not. */
@Named
@RequestScoped
public class OnlineFormBacking {

    @Inject
    private OnlineFormService onlineForm;

    @Inject
    private AttachmentService attachments;

    private boolean suspended;
    private Integer dailyCap;
    private String message;
    private Integer draftDays;
    private List<DayHours> days;

    @PostConstruct
    void read() {
        OnlineFormRules now = onlineForm.rules();
        suspended = now.suspended();
        dailyCap = now.dailyCap();
        message = now.message();
        draftDays = now.draftDays();
        days = Stream.of(DayOfWeek.values()).map(day -> new DayHours(day, now.hours())).toList();
    }

    /** Sets them from this moment on. */
    public String save() {
        onlineForm.change(new OnlineFormRules(suspended, dailyCap, message, draftDays,
                days.stream().flatMap(day -> day.stretches().stream()).toList()));
        return "/admin/settings?faces-redirect=true&saved=form";
    }

    /** Shows the message as it is typed, and saves nothing. */
    public String preview() {
        return null;
    }

    /** What patients read in each case in which the form is closed. */
    public List<OnlineForm> getClosed() {
        return Stream.of(OnlineForm.Why.values()).map(why -> new OnlineForm(false, why, message)).toList();
    }

    /** Whether patients' files are scanned for viruses. */
    public boolean isScanning() {
        return attachments.isScanning();
    }

    public boolean isSuspended() {
        return suspended;
    }

    public void setSuspended(boolean suspended) {
        this.suspended = suspended;
    }

    public Integer getDailyCap() {
        return dailyCap;
    }

    public void setDailyCap(Integer dailyCap) {
        this.dailyCap = dailyCap;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public Integer getDraftDays() {
        return draftDays;
    }

    public void setDraftDays(Integer draftDays) {
        this.draftDays = draftDays;
    }

    public List<DayHours> getDays() {
        return days;
    }
}
