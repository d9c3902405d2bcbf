package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What has to be known when nothing works: today and the next three days on which somebody does. */
@Stateless
@PermitAll // The server's clock has no role; no page calls this.
public class PackService {

    private static final int DAYS_AFTER = 3;
    private static final int LOOK_AHEAD = 14;

    @Inject
    Boards boards;

    @Inject
    DayLists lists;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Today first, then at most three of the next fourteen days that are open. One audit row for the whole pack, not one a visit. */
    public List<Board> todayAndNext() {
        List<Board> days = new ArrayList<>();
        LocalDate today = time.today();
        days.add(boards.of(today, 1));
        for (int ahead = 1; ahead <= LOOK_AHEAD && days.size() <= DAYS_AFTER; ahead++) {
            Board board = boards.of(today.plusDays(ahead), 1);
            if (board.columns().stream().anyMatch(column -> !column.open().isEmpty()) || !board.bars().isEmpty() || !lists(board.from()).isEmpty()) {
                days.add(board);
            }
        }
        audit.record(AuditedAction.EXECUTE, "DowntimePack", null, null);
        return days;
    }

    /** The lists without times of a day; they belong to the pack that {@link #todayAndNext} has noted. */
    public List<DayList> lists(LocalDate day) {
        return lists.in(new ClinicDay(day, time.zone()).whole());
    }
}
