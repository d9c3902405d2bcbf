package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.CancelReason;
import clinic.anteroom.scheduling.CancelVisit;
import clinic.anteroom.scheduling.MoveVisit;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.scheduling.Trial;
import clinic.anteroom.scheduling.TrialService;
import clinic.anteroom.scheduling.TryVisit;
import clinic.anteroom.scheduling.VisitStep;
import clinic.anteroom.scheduling.WaitFor;
import clinic.anteroom.scheduling.WaitListService;
import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.PaperService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.NotThere;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The visit in the pane: what happens to it, and whether it could move to the cell under the pointer. */
@Named
@ViewScoped
public class DeskVisitBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    static final String AGAIN = "/reception/day?faces-redirect=true&includeViewParams=true";

    @Inject
    private BookingService bookings;

    @Inject
    private PaperService papers;

    @Inject
    private TrialService trials;

    @Inject
    private WaitListService waitList;

    @Inject
    private DeskAddressBacking address;

    @Inject
    private BoardBacking board;

    @Inject
    private ClinicTime time;

    private String key;
    private transient Booked visit;
    private transient Trial trial;
    private int version;
    private String note;
    private String alert;
    private CancelReason reason;
    private int leadHours = 24;
    private boolean urgent;

    /** Reads the visit that the address names; the key of this page is minted here. */
    public void load() {
        if (address.getVisit() == null) {
            return;
        }
        key = NewId.next().toString();
        visit = bookings.find(address.getVisit()).orElseThrow(NotThere::new);
        version = visit.version();
        Optional<Board.BoardVisit> bar = Optional.ofNullable(board.getSelected());
        note = bar.map(Board.BoardVisit::note).orElse(null);
        alert = bar.map(Board.BoardVisit::alert).orElse(null);
        if (address.isCell()) {
            trial = look();
        }
    }

    private Trial look() {
        return trials.look(TryVisit.moving(address.getVisit(), address.getCol(), address.getMoment(), address.getPhase() == null ? 0 : address.getPhase()));
    }

    /** One step on. */
    public String step(VisitStep step) {
        bookings.step(new StepVisit(address.getVisit(), version, key), step);
        return AGAIN;
    }

    /** The last step was the wrong button. */
    public String stepBack() {
        bookings.stepBack(new StepVisit(address.getVisit(), version, key));
        return AGAIN;
    }

    /** The questions before the test are clear. */
    public String screen() {
        bookings.screen(new StepVisit(address.getVisit(), version, key));
        return AGAIN;
    }

    /** Takes place after all, at its old time. */
    public String reinstate() {
        bookings.reinstate(new StepVisit(address.getVisit(), version, key));
        return AGAIN;
    }

    /** Into a room, to the doctor, or back to the waiting room. */
    public String place(String where) {
        papers.place(address.getVisit(), where.isEmpty() ? null : where);
        return AGAIN;
    }

    /** What the patient said. */
    public String answer(String what) {
        papers.answer(address.getVisit(), what.isEmpty() ? null : what);
        return AGAIN;
    }

    /** Note of the visit and alert of the patient. */
    public String write() {
        Board.BoardVisit before = board.getSelected();
        if (before == null || !same(note, before.note())) {
            papers.note(address.getVisit(), note);
        }
        if (before == null || !same(alert, before.alert())) {
            papers.alert(address.getVisit(), alert);
        }
        return AGAIN;
    }

    private static boolean same(String typed, String written) {
        return (typed == null ? "" : typed.strip()).equals(written == null ? "" : written);
    }

    /** Calls off; the pane then shows the visit with the way back. */
    public String cancel() {
        bookings.cancel(new CancelVisit(address.getVisit(), version, reason, key));
        return AGAIN;
    }

    /** Moves to the cell that was tried. Who was faster keeps it; the pane then shows the trial again. */
    public String move() {
        Trial now = look();
        if (!now.isFree()) {
            trial = now;
            return null;
        }
        Booked before = bookings.get(address.getVisit());
        bookings.move(new MoveVisit(address.getVisit(), version, now.start(), now.time().chosen(), key));
        address.setUndo(wayBack(before));
        forgetCell();
        return AGAIN;
    }

    /** Where the moved phase was, as part of an address: U leads there, and moving back is a move like any other. */
    private String wayBack(Booked before) {
        Booked.Phase phase = before.phases().get(address.getPhase() == null ? 0 : Math.max(0, Math.min(before.phases().size(), address.getPhase()) - 1));
        String wall = LocalDateTime.ofInstant(phase.start(), time.zone()).toString();
        return phase.with().isEmpty() ? null : wall + "_" + phase.with().get(0).resourceId() + "_" + phase.ordinal();
    }

    private void forgetCell() {
        address.setDate(LocalDate.ofInstant(bookings.get(address.getVisit()).start(), time.zone()));
        address.setAt(null);
        address.setCol(null);
        address.setPhase(null);
    }

    /** Puts the visit on the list of those who would come earlier. */
    public String waitForEarlier() {
        waitList.join(new WaitFor(address.getVisit(), Math.max(0, Math.min(336, leadHours)), urgent));
        return AGAIN;
    }

    /** Takes it off the list. */
    public String waitNoMore() {
        waitList.leave(address.getVisit());
        return AGAIN;
    }

    /** The steps that can be taken now, in order. */
    public List<VisitStep> getSteps() {
        boolean today = !LocalDate.ofInstant(getVisit().start(), time.zone()).isAfter(time.today()) && !getVisit().isHeld();
        boolean begun = !time.now().isBefore(getVisit().start());
        return Arrays.stream(VisitStep.values())
                .filter(step -> today && step.startsAt(getVisit().status()) && (begun || step != VisitStep.MISS)).toList();
    }

    /** Why it cannot be there, in words; empty if it can. */
    public List<String> getObstacles() {
        return getTrial() == null ? List.of() : ObstacleWords.of(getTrial(), time.zone());
    }

    /** The visit; null if none is selected. */
    public Booked getVisit() {
        if (visit == null && address.getVisit() != null) {
            visit = bookings.find(address.getVisit()).orElse(null);
        }
        return visit;
    }

    /** The trial of the chosen cell; null if none is chosen. */
    public Trial getTrial() {
        if (trial == null && address.getVisit() != null && address.isCell()) {
            trial = look();
        }
        return trial;
    }

    /** The address that books somebody else at the same time with the same person, for who has a reason to; null if nobody is in it. */
    public String getBeside() {
        Booked.Phase first = getVisit().phases().stream().findFirst().orElse(null);
        return first == null || first.with().isEmpty() ? null
                : "?at=" + LocalDateTime.ofInstant(first.start(), time.zone()) + "&col=" + first.with().get(0).resourceId() + "&type=" + getVisit().visitType()
                + "&date=" + LocalDate.ofInstant(first.start(), time.zone());
    }

    /** Its parts in order. */
    public List<VisitPart> getParts() {
        return VisitPart.of(getVisit());
    }

    /** Whether it may still be moved or called off. */
    public boolean isAhead() {
        return getVisit().status().isAhead();
    }

    /** Whether it was called off and can still take place. */
    public boolean isReinstatable() {
        return getVisit().status() == clinic.anteroom.scheduling.AppointmentStatus.CANCELLED && getVisit().start().isAfter(time.now());
    }

    /** Whole minutes that a hold has left. */
    public long getMinutesLeft() {
        Instant until = getVisit().heldUntil();
        return until == null ? 0 : Math.max(0, java.time.Duration.between(time.now(), until).toMinutes());
    }

    /** What can be said why it is called off. */
    public List<CancelReason> getReasons() {
        return Arrays.stream(CancelReason.values()).filter(CancelReason::isSaid).toList();
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getAlert() {
        return alert;
    }

    public void setAlert(String alert) {
        this.alert = alert;
    }

    public CancelReason getReason() {
        return reason;
    }

    public void setReason(CancelReason reason) {
        this.reason = reason;
    }

    public int getLeadHours() {
        return leadHours;
    }

    public void setLeadHours(int leadHours) {
        this.leadHours = leadHours;
    }

    public boolean isUrgent() {
        return urgent;
    }

    public void setUrgent(boolean urgent) {
        this.urgent = urgent;
    }
}
