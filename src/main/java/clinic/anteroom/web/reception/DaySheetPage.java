package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Board;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One sheet of paper.
 *
 * @param id   the column; null for everybody
 * @param name whose sheet it is; null for everybody
 * @param rows in the order of the day
 */
public record DaySheetPage(UUID id, String name, List<Row> rows) {

    /** One visit on it; {@code phase} is null where the whole visit is meant. */
    public record Row(Instant start, Instant end, String phase, Board.BoardVisit visit) {
    }

    /** All sheets of a day: of one column, {@code all} for one sheet of every visit, null for one each that has a visit. */
    static List<DaySheetPage> of(Board board, String which) {
        if ("all".equals(which)) {
            return List.of(new DaySheetPage(null, null, board.visits().values().stream()
                    .map(visit -> new Row(visit.whole().start(), visit.whole().end(), null, visit)).sorted(Comparator.comparing(Row::start)).toList()));
        }
        return board.columns().stream().filter(column -> which == null || column.id().toString().equals(which))
                .map(column -> new DaySheetPage(column.id(), column.name(), rows(board, column.id())))
                .filter(page -> which != null || !page.rows().isEmpty()).toList();
    }

    private static List<Row> rows(Board board, UUID column) {
        return board.bars().stream().filter(bar -> bar.resourceId().equals(column))
                .map(bar -> new Row(bar.phase().start(), bar.phase().end(), bar.phaseName(), board.visits().get(bar.visitId()))).toList();
    }
}
