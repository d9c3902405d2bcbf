package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.MyBookingService;
import clinic.anteroom.myvisit.MyVisit;
import clinic.anteroom.myvisit.MyVisitService;
import clinic.anteroom.myvisit.VisitAnswerService;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.MoveVisit;
import clinic.anteroom.scheduling.PatientBooking;
import clinic.anteroom.scheduling.SelfBundle;
import clinic.anteroom.scheduling.SelfTimes;
import clinic.anteroom.scheduling.SlotTaken;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.NotThere;
import clinic.anteroom.web.shell.Refusals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Times to choose from: the first free ones on top, then days with counts, one of them open. Choosing is a post and holds the time. */
@Named
@RequestScoped
public class TimesBacking {

    /** Half of the visits that patients book more than 30 days ahead are called off or missed (field notes, P22). */
    private static final Duration FAR = Duration.ofDays(30);
    private static final int WEEKS = 14;

    @Inject
    private FacesContext faces;

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

    private SelfTimes times;
    private List<SelfBundle> bundles;

    /** One day of the list. */
    public record Day(LocalDate date, Instant at, int count, boolean open, List<FreeTime> times) {
    }

    /** Where to go instead of showing this page; null to show it. */
    public String load() {
        if (!door.isOpen()) {
            return door.elsewhere();
        }
        if (basket.kinds().isEmpty()) {
            return "/patient/choose" + MyDoorBacking.REDIRECT;
        }
        return isMoving() || answers.isSettled(basket.kinds(), basket.wish().answers()) ? null : "/patient/asked" + MyDoorBacking.REDIRECT;
    }

    /** Whether questions were asked before. */
    public boolean isAsked() {
        return !isMoving() && !answers.asked(basket.kinds()).isEmpty();
    }

    /** Whether several visits are looked for at once. */
    public boolean isSeveral() {
        return basket.kinds().size() > 1;
    }

    /** Whether a booked visit gets another time. */
    public boolean isMoving() {
        return basket.moving() != null;
    }

    /** The visit that gets another time. */
    public MyVisit getMoved() {
        return visits.get(cookie.key(), basket.moving());
    }

    /** Codes of the kinds of visit that are looked for, in order. */
    public List<String> getKinds() {
        return basket.kinds();
    }

    /** Times for one visit. */
    public SelfTimes getTimes() {
        if (times == null) {
            times = booking.times(cookie.key(), basket.kinds().get(0), basket.wish().with(person()), from(), basket.moving());
        }
        return times;
    }

    /** Choices for several visits. */
    public List<SelfBundle> getBundles() {
        if (bundles == null) {
            bundles = booking.bundles(cookie.key(), basket.kinds(), basket.wish());
        }
        return bundles;
    }

    /** Days with free times, the chosen one open. */
    public List<Day> getDays() {
        List<Day> days = new ArrayList<>();
        LocalDate chosen = date("day");
        for (Map.Entry<LocalDate, List<FreeTime>> day : getTimes().days().entrySet()) {
            boolean open = chosen == null ? days.isEmpty() : day.getKey().equals(chosen);
            days.add(new Day(day.getKey(), day.getValue().get(0).start(), day.getValue().size(), open, day.getValue()));
        }
        return days;
    }

    /** Whether the days that were asked for begin more than 30 days ahead. */
    public boolean isLater30() {
        return !isSeveral() && getTimes().from().isAfter(time.today().plusDays(FAR.toDays()));
    }

    /** Whether what is shown is so far away that the phone may help more, or the list of who would come earlier. */
    public boolean isFar() {
        if (isLater30()) {
            return true;
        }
        Instant first = isSeveral() ? getBundles().stream().map(SelfBundle::start).findFirst().orElse(null)
                : getTimes().first() == null ? null : getTimes().first().start();
        return first == null || first.isAfter(time.now().plus(FAR));
    }

    /** The nearest three after a lost race; empty if there was none. */
    public List<FreeTime> getInstead() {
        return Refusals.find(faces, SlotTaken.class).map(SlotTaken::otherTimes).orElse(List.of());
    }

    /** Whether somebody else was faster. */
    public boolean isTaken() {
        return Refusals.find(faces, SlotTaken.class).isPresent();
    }

    /** First day of the two weeks that follow; null if patients do not book so far ahead alone. */
    public LocalDate getLater() {
        LocalDate later = getTimes().from().plusDays(WEEKS);
        return later.isAfter(getTimes().last()) ? null : later;
    }

    /** First day of the two weeks before; null if that is the past. */
    public LocalDate getEarlier() {
        LocalDate before = getTimes().from().minusDays(WEEKS);
        return getTimes().from().isAfter(time.today()) ? before.isBefore(time.today()) ? time.today() : before : null;
    }

    /** Takes the time of the button that was pressed: holds it, or moves the visit to it. */
    public String take() {
        List<Instant> starts = new ArrayList<>();
        for (String start : faces.getExternalContext().getRequestParameterMap().getOrDefault("form:take", "").split(",")) {
            starts.add(instant(start));
        }
        if (starts.size() != basket.kinds().size()) {
            throw new NotThere();
        }
        if (isMoving()) {
            MyVisit moved = getMoved();
            Booked booked = visits.move(cookie.key(), new MoveVisit(basket.moving(), moved.booked().version(), starts.get(0), Map.of(), NewId.next().toString()));
            return "/patient/booked" + MyDoorBacking.REDIRECT + "&moved=1&id=" + booked.appointmentId();
        }
        List<PatientBooking.Leg> legs = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            legs.add(new PatientBooking.Leg(basket.kinds().get(i), starts.get(i), Map.of()));
        }
        basket.wish(basket.wish().with(person()));
        List<Booked> held = booking.hold(cookie.key(), legs, basket.wish(), NewId.next().toString());
        basket.hold(held.get(0).appointmentId());
        return "/patient/confirm" + MyDoorBacking.REDIRECT;
    }

    /** Whoever is asked for; null for anybody. */
    public UUID person() {
        String id = faces.getExternalContext().getRequestParameterMap().get("person");
        try {
            return id == null || id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
    }

    /** What of the wishes stands in the address, so that links keep it. */
    public String getPersonId() {
        UUID person = person();
        return person == null ? "" : person.toString();
    }

    private LocalDate from() {
        return date("from");
    }

    private LocalDate date(String name) {
        String typed = faces.getExternalContext().getRequestParameterMap().get(name);
        try {
            return typed == null || typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new NotThere();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotThere();
        }
    }

    /** The starts of a bundle as its button sends them. */
    public String starts(SelfBundle bundle) {
        return String.join(",", bundle.legs().stream().map(leg -> leg.start().toString()).toList());
    }
}
