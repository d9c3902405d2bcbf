package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.BoardService;
import clinic.anteroom.scheduling.desk.QueueRow;
import clinic.anteroom.scheduling.desk.QueueService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the desk puts on paper: day sheets of a person, room, machine or of all, whom to call before the day, and who did not come. */
@Named
@RequestScoped
public class SheetsBacking {

    @Inject
    private BoardService boards;

    @Inject
    private QueueService queues;

    @Inject
    private DeskHabitsBacking habits;

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private String of;
    private List<DaySheetPage> pages;
    private List<QueueRow> rows;

    /** The sheets that were asked for; one for each column with a visit if none was named. */
    public List<DaySheetPage> getPages() {
        if (pages == null) {
            Board board = boards.board(getDate(), 1, habits.seen());
            pages = DaySheetPage.of(board, of == null || of.isEmpty() ? null : of);
        }
        return pages;
    }

    /** Whether people are listed instead of a day: {@code calls} or {@code missed}. */
    public boolean isListing() {
        return "calls".equals(of) || "missed".equals(of);
    }

    /** Whom to call, or who did not come, by time. */
    public List<QueueRow> getRows() {
        if (rows == null) {
            rows = "missed".equals(of) ? queues.missed(getDate()) : queues.unconfirmed(getDate());
        }
        return rows;
    }

    /** Noon of the day, for its name. */
    public Instant getNoon() {
        return getDate().atTime(12, 0).atZone(time.zone()).toInstant();
    }

    public LocalDate getDate() {
        return date == null ? time.today() : date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    /** Id of a column, {@code all} for one sheet, {@code calls}, {@code missed}, or null for one sheet each. */
    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
    }
}
