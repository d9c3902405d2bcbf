package clinic.anteroom.web.patient;

import clinic.anteroom.intake.SafetyAnswer;
import clinic.anteroom.myvisit.MyVisit;
import clinic.anteroom.myvisit.MyVisitService;
import clinic.anteroom.myvisit.Preparation;
import clinic.anteroom.myvisit.VisitAnswer;
import clinic.anteroom.myvisit.VisitAnswerService;
import clinic.anteroom.notify.LetterService;
import clinic.anteroom.notify.LetterState;
import clinic.anteroom.scheduling.CancelReason;
import clinic.anteroom.scheduling.CancelVisit;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** One visit of a patient and all that can be done about it. Somebody else's id answers like one that is not there. */
@Named
@RequestScoped
public class MyVisitBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private MyVisitService visits;

    @Inject
    private LetterService letters;

    @Inject
    private VisitAnswerService answers;

    @Inject
    private BookingBasket basket;

    private UUID id;
    private MyVisit visit;
    private List<VisitAnswer> asked;
    private String stillTrue;
    private String change;
    private String reason;
    private boolean together = true;

    /** The visit comes with the address, and with the form. */
    @PostConstruct
    void read() {
        String typed = faces.getExternalContext().getRequestParameterMap().getOrDefault("id", "");
        try {
            id = UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            id = null;
        }
    }

    /** Where to go instead of showing this page; null to show it. */
    public String load() {
        if (!door.isOpen()) {
            return door.elsewhere();
        }
        getVisit();
        return null;
    }

    /** The visit; an id that names none of this patient's is not there. */
    public MyVisit getVisit() {
        if (visit == null) {
            if (id == null) {
                throw new NotThere();
            }
            visit = visits.get(cookie.key(), id);
        }
        return visit;
    }

    /** Whether it was just moved; the page then says so. */
    public boolean isMoved() {
        return faces.getExternalContext().getRequestParameterMap().containsKey("moved");
    }

    /** What was sent about it, and what waits. */
    public List<LetterState> getLetters() {
        return letters.mine(cookie.key(), id);
    }

    /** Ticks the step whose button was pressed: sheet, step, and whether it is done. */
    public String tick() {
        String[] pressed = faces.getExternalContext().getRequestParameterMap().getOrDefault("steps:tick", "").split(" ");
        if (pressed.length != 3) {
            throw new NotThere();
        }
        visits.tick(cookie.key(), id, pressed[0], pressed[1], "done".equals(pressed[2]));
        return here();
    }

    /** What the form says about what makes the tests safe. */
    public List<SafetyAnswer> getSafety() {
        return visits.safety(cookie.key(), id);
    }

    /** The answers were looked at again. */
    public String confirmSafety() {
        if (stillTrue == null) {
            throw new Unreadable(List.of(new FieldRefused("stillTrue", "refusal.choose_one")));
        }
        visits.confirmSafety(cookie.key(), id, "YES".equals(stillTrue), change);
        return here();
    }

    /** What is asked about it, with the answers. */
    public List<VisitAnswer> getAnswers() {
        if (asked == null) {
            asked = answers.of(cookie.key(), id);
        }
        return asked;
    }

    /** Looks for another time, after what has not been asked yet; this one is kept until another is taken. */
    public String move() {
        if (answers.isOpen(cookie.key(), id)) {
            return "/patient/asked" + MyDoorBacking.REDIRECT + "&id=" + id + "&then=move";
        }
        basket.move(id, getVisit().booked().visitType());
        return "/patient/times" + MyDoorBacking.REDIRECT;
    }

    /** Calls it off. */
    public String cancel() {
        if (reason == null) {
            throw new Unreadable(List.of(new FieldRefused("reason", "refusal.choose_one")));
        }
        visits.cancel(cookie.key(), new CancelVisit(id, getVisit().booked().version(), CancelReason.valueOf(reason), NewId.next().toString()),
                together && getVisit().together().size() > 1);
        return here();
    }

    /** The patient comes. */
    public String comes() {
        visits.comes(cookie.key(), id);
        return here();
    }

    /** The patient is in the house. */
    public String checkIn() {
        visits.checkIn(cookie.key(), new StepVisit(id, getVisit().booked().version(), NewId.next().toString()));
        return here();
    }

    /** Would come earlier: with two days to get ready where there is something to prepare, else with one. */
    public String joinList() {
        visits.join(cookie.key(), id, Preparation.hoursNeeded(getVisit().booked().visitType()));
        return here();
    }

    /** Would not come earlier any more. */
    public String stay() {
        visits.leave(cookie.key(), id);
        return here();
    }

    /** Reasons a patient can give, by their code. */
    public List<String> getReasons() {
        return List.of(CancelReason.PATIENT.name(), CancelReason.PATIENT_FEELS_BETTER.name(), CancelReason.PREPARATION_INCOMPLETE.name(), CancelReason.OTHER.name());
    }

    private String here() {
        return "/patient/visit" + MyDoorBacking.REDIRECT + "&id=" + id;
    }

    public UUID getId() {
        return id;
    }

    public String getStillTrue() {
        return stillTrue;
    }

    public void setStillTrue(String stillTrue) {
        this.stillTrue = stillTrue;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = getReasons().contains(reason) ? reason : null;
    }

    public boolean isTogether() {
        return together;
    }

    public void setTogether(boolean together) {
        this.together = together;
    }
}
