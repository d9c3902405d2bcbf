package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where everything of one day lies: rows of some minutes, columns of people and things, bars with offset and length in units of
 * five minutes. Pure; the component only writes it down.
 */
final class GridLayout {

    /** Everything on the board begins and ends at a multiple of this. */
    static final int UNIT_MINUTES = 5;

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    /** One bar: its classes say where and what it is, its words who; {@code heldUntil} is null unless the time is only kept. */
    record Drawn(UUID visitId, String styles, String name, String detail, String marks, List<String> tails, Instant heldUntil) {
    }

    /** A cell: {@code o} open, {@code x} closed, {@code y} in part, {@code k} kept for one kind, {@code n} not for one kind. */
    record Cell(char state, String letters, List<Drawn> bars) {
    }

    private final Board board;
    private final ZoneId zone;
    private final int minutes;
    private final List<Board.Column> columns;
    private final Map<UUID, List<Board.Bar>> bars = new HashMap<>();
    private final Map<String, Integer> typeNumbers = new HashMap<>();
    private final LocalDate day;
    private final LocalTime first;
    private final int rows;

    GridLayout(Board board, List<Board.Column> columns, int minutes, ZoneId zone) {
        this.board = board;
        this.columns = columns;
        this.minutes = minutes;
        this.zone = zone;
        this.day = board.from();
        board.bars().forEach(bar -> bars.computeIfAbsent(bar.resourceId(), id -> new ArrayList<>()).add(bar));
        board.visits().values().stream().map(Board.BoardVisit::visitType).distinct().sorted()
                .forEach(type -> typeNumbers.put(type, typeNumbers.size() % 8));
        List<TimeRange> all = columns.stream()
                .flatMap(column -> Stream.concat(column.open().stream(), bars.getOrDefault(column.id(), List.of()).stream().map(Board.Bar::taken))).toList();
        first = floorHour(all.stream().map(TimeRange::start).map(this::wall).min(LocalTime::compareTo).filter(t -> t.isBefore(OPENS)).orElse(OPENS));
        int last = all.stream().map(TimeRange::end).mapToInt(this::minuteOfDay).max().orElse(0);
        int end = Math.min(24 * 60, Math.max(CLOSES.toSecondOfDay() / 60, (last + 59) / 60 * 60));
        rows = (end - minuteOf(first)) / minutes;
    }

    LocalDate day() {
        return day;
    }

    List<Board.Column> columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Minutes of a row. */
    int minutes() {
        return minutes;
    }

    /** When the row begins on the clinic's wall. */
    LocalTime wallOf(int row) {
        return first.plusMinutes((long) row * minutes);
    }

    /** The row and the units into it at which it is now; null if that is not drawn. */
    int[] now(Instant now) {
        if (!LocalDate.ofInstant(now, zone).equals(day)) {
            return null;
        }
        int past = minuteOf(wall(now)) - minuteOf(first);
        return past < 0 || past >= rows * minutes ? null : new int[] {past / minutes, past % minutes / UNIT_MINUTES};
    }

    Cell cell(int row, int column) {
        Board.Column of = columns.get(column);
        TimeRange range = new TimeRange(instant(wallOf(row)), instant(wallOf(row)).plus(Duration.ofMinutes(minutes)));
        List<Drawn> begins = bars.getOrDefault(of.id(), List.of()).stream().filter(bar -> begins(bar, range)).map(bar -> drawn(bar, range.start())).toList();
        boolean closed = of.open().stream().noneMatch(open -> open.overlaps(range));
        if (closed) {
            return new Cell('x', away(of, range), begins);
        }
        String kept = of.kept().stream().filter(one -> one.when().overlaps(range)).map(one -> TypeCode.of(one.visitType())).findFirst().orElse(null);
        if (kept != null) {
            return new Cell('k', kept, begins);
        }
        String not = of.away().stream().filter(one -> one.visitType() != null && one.when().overlaps(range)).map(one -> TypeCode.of(one.visitType())).findFirst().orElse(null);
        if (not != null) {
            return new Cell('n', not, begins);
        }
        boolean whole = of.open().stream().anyMatch(open -> open.contains(range));
        return new Cell(whole ? 'o' : 'y', null, begins);
    }

    /** The reason of a block, said once where it begins. */
    private static String away(Board.Column column, TimeRange range) {
        return column.away().stream().filter(one -> one.visitType() == null && one.reason() != null && range.contains(new TimeRange(one.when().start(), one.when().start().plusSeconds(60))))
                .map(Board.Away::reason).findFirst().orElse(null);
    }

    private boolean begins(Board.Bar bar, TimeRange row) {
        Instant start = bar.phase().start();
        return !start.isBefore(row.start()) && start.isBefore(row.end());
    }

    private Drawn drawn(Board.Bar bar, Instant row) {
        Board.BoardVisit visit = board.visits().get(bar.visitId());
        StringBuilder styles = new StringBuilder("b ").append(letterOf(visit));
        styles.append(" s").append(units(bar.phase().start(), bar.phase().end()));
        add(styles, " o", units(row, bar.phase().start()));
        styles.append(" y").append(typeNumbers.get(visit.visitType()));
        if (bars.get(bar.resourceId()).stream().anyMatch(other -> other != bar && other.phase().overlaps(bar.phase()))) {
            styles.append(bar.seat() == 1 ? " l" : " r");
        }
        String phase = visit.phases() > 1 ? " " + bar.ordinal() + "/" + visit.phases() : "";
        return new Drawn(visit.id(), styles.toString(), visit.familyName() + " " + visit.givenName(),
                (visit.heldUntil() == null ? visit.ageOn(day) + " " : "") + TypeCode.of(visit.visitType()) + phase, VisitMarks.of(visit), tails(bar, row), visit.heldUntil());
    }

    /** What is kept free before and after, each with its own offset and length. */
    private static List<String> tails(Board.Bar bar, Instant row) {
        List<String> tails = new ArrayList<>();
        long before = units(bar.taken().start(), bar.phase().start());
        if (before > 0) {
            long at = units(row, bar.taken().start());
            tails.add("s" + before + (at < 0 ? " g" + -at : " o" + at));
        }
        long after = units(bar.phase().end(), bar.taken().end());
        if (after > 0) {
            tails.add("s" + after + " o" + units(row, bar.phase().end()));
        }
        return tails;
    }

    private static void add(StringBuilder styles, String name, long number) {
        if (number > 0) {
            styles.append(name).append(number);
        }
    }

    /** One letter for where the visit stands: P held, B booked, A arrived, C checked in, R in a room, D with the doctor, F done. */
    static char letterOf(Board.BoardVisit visit) {
        if (visit.heldUntil() != null) {
            return 'P';
        }
        if (visit.status() == AppointmentStatus.CHECKED_IN && visit.place() != null) {
            return visit.place().equals("ROOM") ? 'R' : 'D';
        }
        return visit.status().name().charAt(0);
    }

    private static long units(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes() / UNIT_MINUTES;
    }

    private LocalTime wall(Instant instant) {
        return LocalTime.ofInstant(instant, zone);
    }

    private int minuteOfDay(Instant instant) {
        return LocalDate.ofInstant(instant, zone).isAfter(day) ? 24 * 60 : minuteOf(wall(instant));
    }

    private Instant instant(LocalTime wall) {
        return day.atTime(wall).atZone(zone).toInstant();
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime floorHour(LocalTime time) {
        return time.withMinute(0).withSecond(0).withNano(0);
    }
}
