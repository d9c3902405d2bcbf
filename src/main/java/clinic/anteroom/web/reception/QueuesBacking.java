package clinic.anteroom.web.reception;

import clinic.anteroom.intake.CallService;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.desk.PaperService;
import clinic.anteroom.scheduling.desk.QueueRow;
import clinic.anteroom.scheduling.desk.QueueService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The work beside the board. Only the queue that is open is read. */
@Named
@RequestScoped
public class QueuesBacking {

    /** In the order of their tabs. */
    private static final List<String> ALL = List.of("orders", "wait", "requests", "calls", "confirm", "overdue", "away", "notes");

    @Inject
    private BookingService bookings;

    @Inject
    private QueueService queues;

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
