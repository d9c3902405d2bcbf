package clinic.anteroom.web.reception;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GridLayoutTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final UUID DOCTOR = new UUID(1, 1);
    private static final UUID NORA = new UUID(2, 1);
    private static final UUID OMAR = new UUID(2, 2);

    @Test
    void rowsReachFromEightToSixAndFurtherIfSomebodyWorks() {
        assertThat(layout(15, List.of()).rows()).isEqualTo(40);
        assertThat(layout(15, List.of()).wallOf(0)).isEqualTo(LocalTime.of(8, 0));
        GridLayout late = layout(30, List.of(bar(NORA, 1, "18:10", "18:30", "18:30")));
        assertThat(late.wallOf(late.rows() - 1)).isEqualTo(LocalTime.of(18, 30));
    }

    @Test
    void aBarStandsInTheRowInWhichItBeginsWithOffsetAndLength() {
        GridLayout layout = layout(15, List.of(bar(NORA, 1, "09:20", "10:05", "10:15")));
        GridLayout.Drawn drawn = layout.cell(5, 0).bars().get(0);

        assertThat(drawn.styles()).isEqualTo("b B s9 o1 y0");
        assertThat(drawn.tails()).containsExactly("s2 o10");
        assertThat(drawn.name()).isEqualTo("Lindqvist Nora");
        assertThat(drawn.detail()).isEqualTo("68 EMG 1/2");
        assertThat(layout.cell(6, 0).bars()).isEmpty();
    }

    @Test
    void twoAtOneTimeShareTheColumn() {
        GridLayout layout = layout(15, List.of(bar(NORA, 1, "09:00", "09:30", "09:30"), bar(OMAR, 2, "09:15", "09:45", "09:45")));

        assertThat(layout.cell(4, 0).bars().get(0).styles()).endsWith(" l");
        assertThat(layout.cell(5, 0).bars().get(0).styles()).endsWith(" r");
    }

    @Test
    void closedOpenAndPartlyOpenCellsDiffer() {
        GridLayout layout = layout(30, List.of());

        assertThat(layout.cell(0, 0).state()).isEqualTo('x');
        assertThat(layout.cell(2, 0).state()).isEqualTo('o');
        assertThat(layout.cell(8, 0).state()).isEqualTo('y');
    }

    @Test
    void nowIsARowAndUnitsIntoIt() {
        GridLayout layout = layout(15, List.of());

        assertThat(layout.now(at("09:25"))).containsExactly(5, 2);
        assertThat(layout.now(at("07:00"))).isNull();
        assertThat(layout.now(at("09:25").plusSeconds(86_400))).isNull();
    }

    @Test
    void anHourThatIsSkippedBySummerTimeMovesNothing() {
        LocalDate sunday = LocalDate.of(2027, 3, 14);
        Instant nine = sunday.atTime(9, 0).atZone(TORONTO).toInstant();
        Board board = new Board(sunday, 1, Map.of(), List.of(new Board.Column(DOCTOR, ResourceKind.PRACTITIONER, "Dr. D", List.of(), List.of(), List.of())),
                Map.of(NORA, visit(NORA)), List.of(new Board.Bar(NORA, DOCTOR, 1, 1, "Talk", TimeRange.startingAt(nine, java.time.Duration.ofMinutes(30)),
                        TimeRange.startingAt(nine, java.time.Duration.ofMinutes(30)))), List.of(), List.of());

        assertThat(new GridLayout(board, board.columns(), 15, TORONTO).cell(4, 0).bars()).hasSize(1);
    }

    @Test
    void lettersStandForKinds() {
        assertThat(List.of(TypeCode.of("EMG"), TypeCode.of("PHYSIATRY"), TypeCode.of("NEUROLOGY_FOLLOW_UP"))).containsExactly("EMG", "PHY", "NFU");
    }

    private static GridLayout layout(int minutes, List<Board.Bar> bars) {
        Board.Column doctor = new Board.Column(DOCTOR, ResourceKind.PRACTITIONER, "Dr. D", List.of(range("09:00", "12:15")), List.of(), List.of());
        return new GridLayout(new Board(DAY, 1, Map.of(), List.of(doctor), Map.of(NORA, visit(NORA), OMAR, visit(OMAR)), bars, List.of(), List.of()),
                List.of(doctor), minutes, TORONTO);
    }

    private static Board.BoardVisit visit(UUID id) {
        return new Board.BoardVisit(id, 1, id, "Nora", "Lindqvist", LocalDate.of(1958, 4, 11), null, "EMG", "Nerve and muscle test", AppointmentStatus.BOOKED,
                range("09:00", "10:15"), 2, null, null, null, null, null, null, null, false, false, false, false, List.of(), 0, false, false, "2345CFHJ");
    }

    private static Board.Bar bar(UUID visit, int seat, String from, String to, String until) {
        return new Board.Bar(visit, DOCTOR, 1, seat, "Nerve conduction", range(from, to), range(from, until));
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(at(from), at(to));
    }

    private static Instant at(String wall) {
        return LocalDateTime.of(DAY, LocalTime.parse(wall)).atZone(TORONTO).toInstant();
    }
}
