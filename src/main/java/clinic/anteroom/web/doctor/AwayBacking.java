package clinic.anteroom.web.doctor;

import clinic.anteroom.scheduling.desk.AffectedVisit;
import clinic.anteroom.scheduling.desk.AwayService;
import clinic.anteroom.scheduling.desk.GoAway;
import clinic.anteroom.scheduling.desk.OwnAbsence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;

/** A doctor's own absences: what is booked in them is shown before anything is saved. */
@Named
@RequestScoped
public class AwayBacking {

    private static final String HERE = "/doctor/away?faces-redirect=true&saved=";

    @Inject
    private AwayService away;

    private List<OwnAbsence> mine;
    private List<AffectedVisit> affected;
    private int locked;
    private LocalDate from;
    private LocalTime fromTime;
    private LocalDate to;
    private LocalTime toTime;
    private String others;
    private String reason;

    /** Whether the account is somebody who can be booked. */
    public boolean isSomebody() {
        return away.isSomebody();
    }

    /** Absences that are not over. */
    public List<OwnAbsence> getMine() {
        if (mine == null) {
            mine = away.mine();
        }
        return mine;
    }

    /** Shows what is booked then; nothing is saved. */
    public void look() {
        affected = away.affected(command());
        locked = away.locked(command());
    }

    /** How many more are booked then that are locked for who looks. */
    public int getLocked() {
        return locked;
    }

    /** What is booked then; null before somebody has looked. */
    public List<AffectedVisit> getAffected() {
        return affected;
    }

    /** Saves. */
    public String save() {
        away.away(command());
        return HERE + "1";
    }

    /** Takes one back. */
    public String takeBack(UUID absence) {
        away.takeBack(absence);
        return HERE + "2";
    }

    /** Refuses what is no list of days. */
    public void checkDays(FacesContext context, UIComponent component, Object value) {
        try {
            days((String) value);
        } catch (DateTimeParseException e) {
            ResourceBundle words = context.getApplication().getResourceBundle(context, "text");
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words.getString("refusal.away_days"), null), e);
        }
    }

    private GoAway command() {
        return new GoAway(from, fromTime, to, toTime, days(others), reason);
    }

    private static List<LocalDate> days(String typed) {
        return typed == null ? List.of() : Stream.of(typed.strip().split("[,;\\s]+")).filter(day -> !day.isEmpty()).map(LocalDate::parse).toList();
    }

    /** Why one may be away, as codes. */
    public List<String> getReasons() {
        return AwayService.REASONS;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalTime getFromTime() {
        return fromTime;
    }

    public void setFromTime(LocalTime fromTime) {
        this.fromTime = fromTime;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public LocalTime getToTime() {
        return toTime;
    }

    public void setToTime(LocalTime toTime) {
        this.toTime = toTime;
    }

    public String getOthers() {
        return others;
    }

    public void setOthers(String others) {
        this.others = others;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
