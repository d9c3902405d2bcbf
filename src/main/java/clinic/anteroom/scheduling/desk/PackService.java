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
    public List<Day> todayAndNext() {
        List<Day> days = new ArrayList<>();
        LocalDate today = time.today();
        days.add(day(today));
        for (int ahead = 1; ahead <= LOOK_AHEAD && days.size() <= DAYS_AFTER; ahead++) {
            Day day = day(today.plusDays(ahead));
            if (day.board().columns().stream().anyMatch(column -> !column.open().isEmpty()) || !day.board().bars().isEmpty() || !day.lists().isEmpty()) {
                days.add(day);
            }
        }
        audit.record(AuditedAction.EXECUTE, "DowntimePack", null, null);
        return days;
    }

    private Day day(LocalDate day) {
        return new Day(boards.of(day, 1), lists.in(new ClinicDay(day, time.zone()).whole()));
    }

    /** A day of the pack. */
    public record Day(Board board, List<DayList> lists) {

        public Day {
            lists = List.copyOf(lists);
        }
    }
}
