package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.shared.TimeRange;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The week of everybody and everything: a row each, a strip a day that shows what is open and what is taken, and the free time in words. */
@FacesComponent("anteroom.DeskWeek")
public class DeskWeek extends UIComponentBase {

    private static final int OPENS = 7 * 60;
    private static final int MINUTES = 12 * 60;

    @Override
    public String getFamily() {
        return "anteroom";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        BoardBacking board = (BoardBacking) getAttributes().get("board");
        ResponseWriter out = faces.getResponseWriter();
        out.startElement("table", this);
        out.writeAttribute("class", "week", null);
        out.writeAttribute("id", "grid", null);
        out.writeAttribute("role", "grid", null);
        out.writeAttribute("aria-labelledby", "day-name", null);
        out.startElement("thead", this);
        out.startElement("tr", this);
        out.startElement("td", this);
        out.endElement("td");
        for (LocalDate day : board.getWeekDays()) {
            out.startElement("th", this);
            out.writeAttribute("scope", "col", null);
            out.startElement("a", this);
            out.writeAttribute("href", "?view=day&date=" + day, null);
            out.writeText(board.shortDay(day), null);
            out.endElement("a");
            String closed = board.getBoard().closedFor().get(day);
            if (closed != null) {
                out.startElement("small", this);
                out.writeText(closed, null);
                out.endElement("small");
            }
            out.endElement("th");
        }
        out.endElement("tr");
        out.endElement("thead");
        out.startElement("tbody", this);
        Map<UUID, List<TimeRange>> bars = board.getBoard().bars().stream()
                .collect(Collectors.groupingBy(Board.Bar::resourceId, Collectors.mapping(Board.Bar::taken, Collectors.toList())));
        for (Board.Column column : board.getColumns()) {
            row(out, board, column, bars);
        }
        out.endElement("tbody");
        out.endElement("table");
    }

    private void row(ResponseWriter out, BoardBacking board, Board.Column column, Map<UUID, List<TimeRange>> bars) throws IOException {
        out.startElement("tr", this);
        out.startElement("th", this);
        out.writeAttribute("scope", "row", null);
        out.writeText(column.name(), null);
        out.endElement("th");
        for (LocalDate day : board.getWeekDays()) {
            TimeRange whole = board.wholeDay(day);
            List<TimeRange> open = column.open().stream().filter(whole::overlaps).toList();
            List<TimeRange> taken = bars.getOrDefault(column.id(), List.of()).stream().filter(whole::overlaps).toList();
            long openMinutes = minutes(open);
            long free = Math.max(0, openMinutes - minutes(taken));
            out.startElement("td", this);
            out.startElement("a", this);
            out.writeAttribute("href", "?view=day&date=" + day, null);
            out.writeAttribute("class", openMinutes == 0 ? "q q-x" : "q q" + Math.min(4, (openMinutes - free) * 5 / openMinutes), null);
            out.startElement("svg", this);
            out.writeAttribute("viewBox", "0 0 " + MINUTES + " 60", null);
            out.writeAttribute("preserveAspectRatio", "none", null);
            out.writeAttribute("aria-hidden", "true", null);
            path(out, "open", open, whole);
            path(out, "taken", taken, whole);
            out.endElement("svg");
            out.writeText(board.freeWords(openMinutes, free), null);
            out.endElement("a");
            out.endElement("td");
        }
        out.endElement("tr");
    }

    private void path(ResponseWriter out, String style, List<TimeRange> ranges, TimeRange day) throws IOException {
        StringBuilder path = new StringBuilder();
        for (TimeRange range : ranges) {
            long from = Math.max(0, Duration.between(day.start(), range.start()).toMinutes() - OPENS);
            long length = Math.min(MINUTES - from, range.length().toMinutes());
            if (length > 0) {
                path.append('M').append(from).append(" 0h").append(length).append("v60h-").append(length).append('z');
            }
        }
        out.startElement("path", this);
        out.writeAttribute("class", style, null);
        out.writeAttribute("d", path.toString(), null);
        out.endElement("path");
    }

    private static long minutes(List<TimeRange> ranges) {
        return ranges.stream().mapToLong(range -> range.length().toMinutes()).sum();
    }
}
