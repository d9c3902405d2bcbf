package clinic.anteroom.web.reception;

import clinic.anteroom.intake.CallService;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.FreedTime;
import clinic.anteroom.scheduling.WaitListService;
import clinic.anteroom.scheduling.desk.PaperService;
import clinic.anteroom.scheduling.desk.QueueRow;
import clinic.anteroom.scheduling.desk.QueueService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The work beside the board. Only the queue that is open is read. */
@Named
@RequestScoped
public class QueuesBacking {

    /** In the order of their tabs. */
    private static final List<String> ALL = List.of("orders", "wait", "freed", "requests", "calls", "confirm", "overdue", "away", "notes");

    @Inject
    private BookingService bookings;

    @Inject
    private QueueService queues;

    @Inject
    private WaitListService waitList;

    @Inject
    private PaperService papers;

    @Inject
    private CallService calls;

    @Inject
    private DeskAddressBacking address;

    @Inject
    private BoardBacking board;

    @Inject
    private ClinicTime time;

    private List<OrderRow> orders;
    private List<QueueRow> rows;
    private List<FreedTime> freed;
    private String words;

    public List<String> getAll() {
        return ALL;
    }

    /** The queue that is open. */
    public String getOpen() {
        return address.getPane() != null && ALL.contains(address.getPane()) ? address.getPane() : "orders";
    }

    /** Orders nobody has booked, the one with the least time left first. */
    public List<OrderRow> getOrders() {
        if (orders == null) {
            orders = bookings.waiting().stream().map(waiting -> OrderRow.of(waiting, time.now())).toList();
        }
        return orders;
    }

    /** The visits of the open queue. */
    public List<QueueRow> getRows() {
        if (rows == null) {
            rows = switch (getOpen()) {
                case "wait" -> queues.waiting();
                case "confirm" -> queues.unconfirmed(getNextDay());
                case "overdue" -> queues.overdue();
                case "away" -> queues.away();
                default -> List.of();
            };
        }
        return rows;
    }

    /** Times that the desk freed and has not decided about, with who could have them. */
    public List<FreedTime> getFreed() {
        if (freed == null) {
            freed = waitList.freed();
        }
        return freed;
    }

    /** Tells the first few of those who could have the chosen time. */
    public String tellFreed() {
        return decide(time -> waitList.tellFreed(time).size());
    }

    /** Nobody is told of the chosen time. */
    public String leaveFreed() {
        return decide(time -> {
            waitList.leaveFreed(time);
            return 0;
        });
    }

    /** The chosen time comes as it was shown: a row of a list that is read anew could be another one by now. */
    private static String decide(ToIntFunction<UUID> work) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String chosen = faces.getExternalContext().getRequestParameterMap().get("freed");
        if (chosen == null || !chosen.matches("[0-9a-f-]{36}")) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(faces, "reception_desk.freed_none_chosen"), null));
            return null;
        }
        faces.getExternalContext().getFlash().put("freed", Texts.of(faces, "reception_desk.freed_told", work.applyAsInt(UUID.fromString(chosen))));
        return DeskVisitBacking.AGAIN;
    }

    /** The next day on which somebody works, for the calls of the day before. */
    public LocalDate getNextDay() {
        LocalDate next = time.today().plusDays(1);
        return next.getDayOfWeek() == DayOfWeek.SATURDAY ? next.plusDays(2) : next.getDayOfWeek() == DayOfWeek.SUNDAY ? next.plusDays(1) : next;
    }

    /** Who waits for a call. */
    public List<CallRow> getCalls() {
        return calls.waiting().stream().map(CallRow::new).toList();
    }

    /** Pins what was typed over the day. */
    public String pin() {
        papers.pin(board.getDate(), words);
        return DeskVisitBacking.AGAIN;
    }

    /** Takes a note down. */
    public String unpin(UUID note) {
        papers.unpin(note);
        return DeskVisitBacking.AGAIN;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
