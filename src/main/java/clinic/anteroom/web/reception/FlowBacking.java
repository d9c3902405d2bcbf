package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.BoardService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Today by where everybody is, with the minutes they have been there. */
@Named
@RequestScoped
public class FlowBacking {

    /** In the order in which a patient passes them. */
    private static final List<String> STATES = List.of("late", "expected", "waiting", "room", "doctor", "done");

    @Inject
    private BoardService boards;

    @Inject
    private DeskHabitsBacking habits;

    @Inject
    private ClinicTime time;

    private UUID of;
    private Board board;

    public List<String> getStates() {
        return STATES;
    }

    /** Today. */
    public Board getBoard() {
        if (board == null) {
            board = boards.board(time.today(), 1, habits.seen());
        }
        return board;
    }

    private boolean isOfColumn(Board.BoardVisit visit) {
        return of == null || getBoard().bars().stream().anyMatch(bar -> bar.visitId().equals(visit.id()) && bar.resourceId().equals(of));
    }

    /** The person, room or machine whose visits alone are shown; null for all. */
    public UUID getOf() {
        return of;
    }

    public void setOf(UUID of) {
        this.of = of;
    }

    /** Who is in this state, the longest there first. */
    public List<Board.BoardVisit> in(String state) {
        Predicate<Board.BoardVisit> there = switch (state) {
            case "late" -> visit -> visit.status() == AppointmentStatus.BOOKED && visit.whole().start().isBefore(time.now());
            case "expected" -> visit -> visit.status() == AppointmentStatus.BOOKED && !visit.whole().start().isBefore(time.now());
            case "waiting" -> visit -> visit.status() == AppointmentStatus.ARRIVED || visit.status() == AppointmentStatus.CHECKED_IN && visit.place() == null;
            case "room" -> visit -> visit.status() == AppointmentStatus.CHECKED_IN && "ROOM".equals(visit.place());
            case "doctor" -> visit -> visit.status() == AppointmentStatus.CHECKED_IN && "DOCTOR".equals(visit.place());
            default -> visit -> visit.status() == AppointmentStatus.FULFILLED;
        };
        return getBoard().visits().values().stream().filter(there).filter(this::isOfColumn).sorted(Comparator.comparing(this::since).thenComparing(Board.BoardVisit::id)).toList();
    }

    /** Since when somebody is where they are; who has not come is late since the visit began. */
    public Instant since(Board.BoardVisit visit) {
        if (visit.placeSince() != null && visit.status() == AppointmentStatus.CHECKED_IN) {
            return visit.placeSince();
        }
        return visit.status() == AppointmentStatus.BOOKED || visit.since() == null ? visit.whole().start() : visit.since();
    }
}
