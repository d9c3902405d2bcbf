package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.BookingWish;
import clinic.anteroom.myvisit.MyBookingService;
import clinic.anteroom.myvisit.MyVisitService;
import clinic.anteroom.myvisit.Preparation;
import clinic.anteroom.myvisit.VisitAnswer;
import clinic.anteroom.myvisit.VisitAnswerService;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The last page before a booking: what is held and until when, how to get ready, and one button. */
@Named
@RequestScoped
public class ConfirmBacking {

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private MyBookingService booking;

    @Inject
    private MyVisitService visits;

    @Inject
    private VisitAnswerService answers;

    @Inject
    private BookingBasket basket;

    @Inject
    private ClinicTime time;

    private List<Booked> held;
    private boolean wait;

    /** Where to go instead of showing this page; null to show it. */
    public String load() {
        return door.isOpen() && basket.held() == null ? "/patient/times" + MyDoorBacking.REDIRECT : door.elsewhere();
    }

    /** What is held, in order. */
    public List<Booked> getHeld() {
        if (held == null) {
            held = booking.held(cookie.key(), basket.held());
        }
        return held;
    }

    /** Until when; null if the hold is over. */
    public Instant getUntil() {
        Instant until = getHeld().get(0).heldUntil();
        return until == null || !until.isAfter(time.now()) ? null : until;
    }

    /** Whole minutes left. */
    public long getMinutes() {
        return getUntil() == null ? 0 : Duration.between(time.now(), getUntil()).toMinutes();
    }

    /** How to get ready, each sheet once. */
    public List<Preparation> getSheets() {
        return getHeld().stream().flatMap(visit -> Preparation.of(visit.visitType()).stream()).distinct().toList();
    }

    /** What was asked about these visits, with the answers. */
    public List<VisitAnswer> getAnswers() {
        return answers.asked(getHeld().stream().map(Booked::visitType).distinct().toList()).stream()
                .map(question -> new VisitAnswer(question, basket.wish().answers().get(question.id()), null)).toList();
    }

    /** What was asked for. */
    public BookingWish getWish() {
        return basket.wish();
    }

    /** Ten more minutes. */
    public String extend() {
        booking.extend(cookie.key(), basket.held(), NewId.next().toString());
        return "/patient/confirm" + MyDoorBacking.REDIRECT;
    }

    /** Another time: this one is given back. */
    public String other() {
        booking.release(cookie.key(), basket.held(), NewId.next().toString());
        return "/patient/times" + MyDoorBacking.REDIRECT;
    }

    /** Whether an earlier time is told of, should one become free; only where one visit is booked. */
    public boolean isWait() {
        return wait;
    }

    public void setWait(boolean wait) {
        this.wait = wait;
    }

    /** Books. Pressed twice, it is booked once: the second press finds the booking. */
    public String book() {
        UUID first = basket.held();
        List<Booked> booked = booking.confirm(cookie.key(), first, basket.wish(), first + " confirm");
        if (wait && booked.size() == 1) {
            visits.join(cookie.key(), first, Preparation.hoursNeeded(booked.get(0).visitType()));
        }
        basket.begin(List.of(), BookingWish.NONE);
        return "/patient/booked" + MyDoorBacking.REDIRECT + "&id=" + first;
    }
}
