package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.CancelReason;
import clinic.anteroom.scheduling.CancelVisit;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.scheduling.VisitStep;
import clinic.anteroom.scheduling.desk.PaperService;
import clinic.anteroom.scheduling.desk.VisitChange;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.ChangeWords;
import clinic.anteroom.web.shell.NotThere;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One visit: what was booked, and the way to call it off. */
@Named
@ViewScoped
public class VisitBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String AGAIN = "/reception/visit?faces-redirect=true&includeViewParams=true";

    @Inject
    private BookingService bookings;

    @Inject
    private PaperService papers;

    @Inject
    private ClinicTime time;

    private UUID id;
    private CancelReason reason;
    private String key;
    private transient Booked visit;
    private transient List<VisitChange> changes;

    /** Reads the visit; the key of this page is minted here. */
    public void load() {
        key = NewId.next().toString();
        visit = Optional.ofNullable(id).flatMap(bookings::find).orElseThrow(NotThere::new);
    }

    /** Who changed it and when, the newest first. */
    public List<VisitChange> getChanges() {
        if (changes == null) {
            changes = papers.changes(id);
        }
        return changes;
    }

    /** What was different after a change, a line each. */
    public List<String> words(VisitChange change) {
        return change.what().stream().map(one -> ChangeWords.of(one, time.zone())).toList();
    }

    /** Calls the visit off; its time is free and its orders wait again. */
    public String cancel() {
        bookings.cancel(new CancelVisit(id, visit.version(), reason, key));
        return AGAIN;
    }

    /** One step on at the door. */
    public String step(VisitStep step) {
        bookings.step(new StepVisit(id, visit.version(), key), step);
        return AGAIN;
    }

    /** The questions before the scan are clear. */
    public String screen() {
        bookings.screen(new StepVisit(id, visit.version(), key));
        return AGAIN;
    }

    /** The last step was the wrong button. */
    public String stepBack() {
        bookings.stepBack(new StepVisit(id, visit.version(), key));
        return AGAIN;
    }

    /** The visit takes place after all. */
    public String reinstate() {
        bookings.reinstate(new StepVisit(id, visit.version(), key));
        return AGAIN;
    }

    /** The steps that can be taken now, in order. */
    public List<VisitStep> getSteps() {
        boolean today = !getDay().isAfter(time.today()) && !visit.isHeld();
        boolean begun = !time.now().isBefore(visit.start());
        return Arrays.stream(VisitStep.values())
                .filter(step -> today && step.startsAt(visit.status()) && (begun || step != VisitStep.MISS)).toList();
    }

    /** Whether it was called off and can still take place. */
    public boolean isReinstatable() {
        return visit.status() == AppointmentStatus.CANCELLED && visit.start().isAfter(time.now());
    }

    /** The visit; null if there is none. */
    public Booked getVisit() {
        return visit;
    }

    /** Its parts in order. */
    public List<VisitPart> getParts() {
        return VisitPart.of(visit);
    }

    /** Whether it may still be moved or called off. */
    public boolean isAhead() {
        return visit.status().isAhead();
    }

    /** The day it is on. */
    public LocalDate getDay() {
        return LocalDate.ofInstant(visit.start(), time.zone());
    }

    /** What can be said why it is called off. */
    public List<CancelReason> getReasons() {
        return Arrays.stream(CancelReason.values()).filter(CancelReason::isSaid).toList();
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public CancelReason getReason() {
        return reason;
    }

    public void setReason(CancelReason reason) {
        this.reason = reason;
    }
}
