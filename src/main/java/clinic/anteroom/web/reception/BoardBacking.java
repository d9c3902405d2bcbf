package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.BoardService;
import clinic.anteroom.scheduling.desk.Flow;
import clinic.anteroom.scheduling.desk.FlowService;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import clinic.anteroom.web.shell.ClockBacking;
import clinic.anteroom.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The board: a day or a week of people, rooms and machines, read once a request and only if something of it is drawn. */
@Named
@RequestScoped
public class BoardBacking {

    @Inject
    private BoardService boards;

    @Inject
    private FlowService flows;

    @Inject
    private BookingService bookings;

    @Inject
    private DeskAddressBacking address;

    @Inject
    private DeskHabitsBacking habits;

    @Inject
    private ClockBacking clock;

    @Inject
    private ClinicTime time;

    private Board board;
    private List<Board.Column> columns;
    private List<Flow.Row> calledOff;

    /** Takes over what the address says about how the board is drawn. */
    public void load() {
        habits.follow(FacesContext.getCurrentInstance());
        if (address.getDate() == null) {
            address.setDate(address.getVisit() == null ? time.today() : bookings.find(address.getVisit())
                    .map(visit -> LocalDate.ofInstant(visit.start(), time.zone())).orElse(time.today()));
        }
    }

    /** The board; read when it is first asked for. */
    public Board getBoard() {
        if (board == null) {
            load();
            LocalDate first = isWeek() ? getDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : getDate();
            board = isWeek() ? boards.nameless(first, 7) : boards.board(first, 1, habits.seen());
        }
        return board;
    }

    /** What the selected visit's bar knows; null if nothing is selected or it is not on this board. */
    public Board.BoardVisit getSelected() {
        return address.getVisit() == null ? null : getBoard().visits().get(address.getVisit());
    }

    /** The columns that are shown; all of them if what was asked for names none. */
    public List<Board.Column> getColumns() {
        if (columns == null) {
            List<Board.Column> wanted = getBoard().columns().stream().filter(wanted()::test).toList();
            columns = wanted.isEmpty() ? board.columns() : wanted;
        }
        return columns;
    }

    private java.util.function.Predicate<Board.Column> wanted() {
        String asked = habits.getColumns();
        return switch (asked) {
            case "all" -> column -> true;
            case "people" -> column -> column.kind() == ResourceKind.PRACTITIONER;
            case "rooms" -> column -> column.kind() == ResourceKind.LOCATION;
            case "machines" -> column -> column.kind() == ResourceKind.DEVICE;
            default -> {
                Set<String> ids = board.groups().stream().filter(group -> group.id().toString().equals(asked)).findFirst()
                        .map(group -> group.members().stream().map(UUID::toString).collect(Collectors.toSet()))
                        .orElseGet(() -> Arrays.stream(asked.split("\\.")).collect(Collectors.toSet()));
                yield column -> ids.contains(column.id().toString());
            }
        };
    }

    /** Where everything of the day lies. */
    GridLayout getLayout() {
        return new GridLayout(getBoard(), getColumns(), habits.getMinutes(), time.zone());
    }

    /** What was called off and would have begun in this cell; nothing is read for it unless this desk wants to see it. */
    List<Flow.Row> calledOff(GridLayout layout, int row, int column) {
        if (!habits.isCalledOff()) {
            return List.of();
        }
        if (calledOff == null) {
            calledOff = flows.day(getDate(), habits.seen()).rows().stream().filter(one -> one.state(time.now()).isOver()).toList();
        }
        Instant from = getDate().atTime(layout.wallOf(row)).atZone(time.zone()).toInstant();
        Instant until = from.plusSeconds(layout.minutes() * 60L);
        return calledOff.stream().filter(one -> !one.start().isBefore(from) && one.start().isBefore(until) && one.has(layout.columns().get(column).id())).toList();
    }

    /** Called off, or did not come: whose, and at what time. */
    String calledOffWords(Flow.Row one) {
        return Texts.plain("reception_desk.was_" + one.state(time.now()), one.familyName() + " " + one.givenName(), clock.hour(one.start()));
    }

    /** The name of a column, or null. */
    public String nameOf(UUID resource) {
        return getBoard().columns().stream().filter(column -> column.id().equals(resource)).map(Board.Column::name).findFirst().orElse(null);
    }

    /** A column alone; once more leads back to all. */
    String columnLink(Board.Column column) {
        return "?date=" + getDate() + "&cols=" + (habits.getColumns().equals(column.id().toString()) ? "all" : column.id());
    }

    public boolean isWeek() {
        return "week".equals(address.getView());
    }

    /** Monday to Sunday. */
    public List<LocalDate> getWeekDays() {
        return IntStream.range(0, 7).mapToObj(getBoard().from()::plusDays).toList();
    }

    /** Noon of the day, for its name. */
    public Instant getNoon() {
        return noon(getDate());
    }

    private Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(time.zone()).toInstant();
    }

    /** Thu 3 Dec. */
    public String shortDay(LocalDate day) {
        return clock.day(noon(day));
    }

    TimeRange wholeDay(LocalDate day) {
        return new ClinicDay(day, time.zone()).whole();
    }

    /** What a cell of the week says. */
    String freeWords(long open, long free) {
        return open == 0 ? Texts.of(FacesContext.getCurrentInstance(), "reception_desk.week_closed")
                : Texts.of(FacesContext.getCurrentInstance(), "reception_desk.week_free", free / 60, free % 60, (open - free) * 100 / open);
    }

    /** Name of the closure; null on an ordinary day. */
    public String getClosedFor() {
        return getBoard().closedFor().get(getDate());
    }

    Instant getNow() {
        return time.now();
    }

    public LocalDate getDate() {
        return address.getDate() == null ? time.today() : address.getDate();
    }

    public boolean isToday() {
        return getDate().equals(time.today());
    }

    /** The day so many days away. */
    public LocalDate day(int away) {
        return getDate().plusDays(away);
    }

    /** The day so many months away. */
    public LocalDate month(int away) {
        return getDate().plusMonths(away);
    }

    public int getZoom() {
        return habits.getZoom();
    }

    public boolean isCompact() {
        return habits.isCompact();
    }

    public boolean isByType() {
        return habits.isByType();
    }
}
