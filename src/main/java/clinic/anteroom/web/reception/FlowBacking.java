package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.scheduling.VisitStep;
import clinic.anteroom.scheduling.desk.Flow;
import clinic.anteroom.scheduling.desk.Flow.State;
import clinic.anteroom.scheduling.desk.FlowService;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day by where everybody is: side by side with the minutes they have been there, or as a list of which several take a step at once. What is
 * filtered stands in the address; a name does not.
 */
@Named
@ViewScoped
public class FlowBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String AGAIN = "/reception/flow?faces-redirect=true&includeViewParams=true";
    /** States that stand side by side; who was called off or did not come is in the list. */
    private static final List<State> SIDE_BY_SIDE = List.of(State.LATE, State.EXPECTED, State.WAITING, State.ROOM, State.DOCTOR, State.DONE);
    /** A visit with the version that was shown: who changed it meanwhile is not run over. */
    private static final Pattern CHOSEN = Pattern.compile("([0-9a-f-]{36})_(\\d{1,9})");

    @Inject
    private FlowService flows;

    @Inject
    private BookingService bookings;

    @Inject
    private DeskHabitsBacking habits;

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private UUID of;
    private UUID at;
    private State state;
    private String view;
    private String all;
    private String words;
    private transient String stepped;
    private transient Flow flow;

    private Flow flow() {
        if (flow == null) {
            flow = flows.day(getDate(), habits.seen());
        }
        return flow;
    }

    /** Everybody that the filters leave, but for the one of the state: totals count all states. */
    private List<Flow.Row> rows() {
        return flow().rows().stream().filter(row -> of == null || row.has(of)).filter(row -> at == null || row.has(at)).filter(named()).toList();
    }

    /** Parts of a name in any order, or the beginning of a reference. */
    private Predicate<Flow.Row> named() {
        String typed = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        List<String> parts = Arrays.asList(typed.split("[\\s,]+"));
        return row -> typed.isEmpty() || row.reference().toLowerCase(Locale.ROOT).startsWith(typed.replaceAll("[\\s-]", ""))
                || parts.stream().allMatch((row.givenName() + " " + row.familyName()).toLowerCase(Locale.ROOT)::contains);
    }

    /** Who is in this state, the longest there first. */
    public List<Flow.Row> in(State one) {
        return rows().stream().filter(row -> row.state(time.now()) == one).sorted(Comparator.comparing(Flow.Row::sinceWhen).thenComparing(Flow.Row::id)).toList();
    }

    /** The rows of the list, by time. */
    public List<Flow.Row> getRows() {
        return rows().stream().filter(row -> state == null || row.state(time.now()) == state).toList();
    }

    /** Where somebody is. */
    public State stateOf(Flow.Row row) {
        return row.state(time.now());
    }

    /** How long somebody has been, or was, in the house; null for who has not come. */
    public String inTheHouse(Flow.Row row) {
        if (row.cameAt() == null) {
            return null;
        }
        long minutes = Math.max(0, Duration.between(row.cameAt(), row.leftAt() == null ? time.now() : row.leftAt()).toMinutes());
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** Shows what was chosen. A name stays on the page and goes into no address. */
    public String show() {
        return words == null || words.isBlank() ? AGAIN : null;
    }

    /** All that were chosen take this step; who cannot is named, and the others have taken it. */
    public String step(VisitStep step) {
        return each("reception_visit.step_" + step, visit -> bookings.step(visit, step));
    }

    /** The last step of all that were chosen was the wrong button. */
    public String stepBack() {
        return each("reception_visit.step_back", bookings::stepBack);
    }

    private String each(String what, java.util.function.Function<StepVisit, ?> step) {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<StepVisit> chosen = chosen(faces);
        int done = 0;
        for (StepVisit visit : chosen) {
            try {
                step.apply(visit);
                done++;
            } catch (BusinessException refused) {
                faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, nameOf(visit.appointmentId()) + ": " + Texts.of(faces, refused.key(), refused.arguments()), null));
            }
        }
        if (chosen.isEmpty()) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(faces, "reception_flow.nobody_chosen"), null));
        } else if (done > 0) {
            stepped = Texts.of(faces, "reception_flow.stepped", Texts.of(faces, what), done);
            faces.getExternalContext().getFlash().put("stepped", stepped);
        }
        flow = null;
        all = null;
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return show();
    }

    private static List<StepVisit> chosen(FacesContext faces) {
        return Arrays.stream(faces.getExternalContext().getRequestParameterValuesMap().getOrDefault("visit", new String[0])).map(CHOSEN::matcher).filter(Matcher::matches)
                .map(one -> new StepVisit(UUID.fromString(one.group(1)), Integer.parseInt(one.group(2)), NewId.next().toString())).toList();
    }

    private String nameOf(UUID visit) {
        return flow().rows().stream().filter(row -> row.id().equals(visit)).findFirst().map(row -> row.givenName() + " " + row.familyName()).orElse("");
    }

    /** What has just been done to several, in words; null if nothing has. */
    public String getStepped() {
        return stepped != null ? stepped : (String) FacesContext.getCurrentInstance().getExternalContext().getFlash().get("stepped");
    }

    /** What can be done to several: forward in order. */
    public VisitStep[] getSteps() {
        return VisitStep.values();
    }

    public List<State> getSideBySide() {
        return SIDE_BY_SIDE;
    }

    public State[] getStates() {
        return State.values();
    }

    /** People, rooms and machines, in the board's order. */
    public List<Flow.Thing> getColumns() {
        return flow().columns();
    }

    /** Houses, and then rooms. */
    public List<Flow.Thing> getPlaces() {
        return java.util.stream.Stream.concat(flow().sites().stream(), flow().columns().stream().filter(one -> one.kind().equals("LOCATION"))).toList();
    }

    /** Whether it is the list; otherwise states stand side by side. */
    public boolean isList() {
        return "list".equals(view);
    }

    /** Whether everybody shown is chosen when the page opens. */
    public boolean isAllChosen() {
        return "1".equals(all);
    }

    /** Since when somebody is where they are. */
    public Instant since(Flow.Row row) {
        return row.sinceWhen();
    }

    public boolean isToday() {
        return getDate().equals(time.today());
    }

    public LocalDate getDate() {
        return date == null ? time.today() : date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
        flow = null;
    }

    /** The person, room or machine whose visits alone are shown; null for all. */
    public UUID getOf() {
        return of;
    }

    public void setOf(UUID of) {
        this.of = of;
    }

    /** The house or room whose visits alone are shown; null for all. */
    public UUID getAt() {
        return at;
    }

    public void setAt(UUID at) {
        this.at = at;
    }

    /** The state that alone is listed; null for all. */
    public State getState() {
        return state;
    }

    public void setState(State state) {
        this.state = state;
    }

    public String getView() {
        return view;
    }

    public void setView(String view) {
        this.view = view;
    }

    public String getAll() {
        return all;
    }

    public void setAll(String all) {
        this.all = all;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
