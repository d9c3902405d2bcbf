package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.BoardService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Day sheets on paper: one for each person, room or machine, or one of all. */
@Named
@RequestScoped
public class SheetsBacking {

    @Inject
    private BoardService boards;

    @Inject
    private DeskHabitsBacking habits;

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private String of;
    private List<DaySheetPage> pages;

    /** The sheets that were asked for; one for each column with a visit if none was named. */
    public List<DaySheetPage> getPages() {
        if (pages == null) {
            Board board = boards.board(getDate(), 1, habits.seen());
            pages = DaySheetPage.of(board, of == null || of.isEmpty() ? null : of);
        }
        return pages;
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

    /** Id of a column, {@code all} for one sheet, or null for one each. */
    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
    }
}
