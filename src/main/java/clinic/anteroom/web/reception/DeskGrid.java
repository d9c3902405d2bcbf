package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Flow;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.time.LocalTime;
import java.util.List;

/**
 * The day as an ARIA grid: a table whose rows are times and whose columns are people, rooms and machines, so that assistive
 * technology says both for every cell, the empty ones too. A bar stands in the cell in which it begins and reaches over those
 * below; where and how long are classes, because the page allows no style attribute. It is written by hand and not by tags:
 * eight hundred cells of tags would cost more than the whole page may.
 */
@FacesComponent("anteroom.DeskGrid")
public class DeskGrid extends UIComponentBase {

    @Override
    public String getFamily() {
        return "anteroom";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        BoardBacking board = (BoardBacking) getAttributes().get("board");
        GridLayout layout = board.getLayout();
        ResponseWriter out = faces.getResponseWriter();
        out.startElement("table", this);
        out.writeAttribute("id", "grid", null);
        out.writeAttribute("role", "grid", null);
        out.writeAttribute("class", "grid z" + board.getZoom() + (board.isCompact() ? " compact" : "") + (board.isByType() ? " by-type" : ""), null);
        out.writeAttribute("aria-labelledby", "day-name", null);
        out.writeAttribute("aria-rowcount", layout.rows() + 1, null);
        out.writeAttribute("aria-colcount", layout.columns().size() + 1, null);
        out.writeAttribute("data-date", layout.day(), null);
        out.writeAttribute("data-minutes", layout.minutes(), null);
        head(out, layout, board);
        out.startElement("tbody", this);
        int[] now = layout.now(board.getNow());
        for (int row = 0; row < layout.rows(); row++) {
            row(out, board, layout, row, now != null && now[0] == row ? now[1] : -1);
        }
        out.endElement("tbody");
        out.endElement("table");
    }

    private void head(ResponseWriter out, GridLayout layout, BoardBacking board) throws IOException {
        out.startElement("thead", this);
        out.startElement("tr", this);
        out.startElement("td", this);
        out.endElement("td");
        for (var column : layout.columns()) {
            out.startElement("th", this);
            out.writeAttribute("scope", "col", null);
            out.writeAttribute("data-id", column.id(), null);
            out.writeAttribute("class", "c-" + column.kind().name().charAt(0), null);
            out.startElement("a", this);
            out.writeAttribute("href", board.columnLink(column), null);
            out.writeText(surnameFirst(column), null);
            out.endElement("a");
            out.endElement("th");
        }
        out.endElement("tr");
        out.endElement("thead");
    }

    /** Keller, Dr. Bruno: a narrow head shows the beginning only. */
    private static String surnameFirst(clinic.anteroom.scheduling.desk.Board.Column column) {
        int last = column.name().lastIndexOf(' ');
        return column.kind() != clinic.anteroom.scheduling.finder.ResourceKind.PRACTITIONER || last < 0 ? column.name()
                : column.name().substring(last + 1) + ", " + column.name().substring(0, last);
    }

    private void row(ResponseWriter out, BoardBacking board, GridLayout layout, int row, int now) throws IOException {
        LocalTime wall = layout.wallOf(row);
        out.startElement("tr", this);
        if (wall.getMinute() == 0) {
            out.writeAttribute("class", "h", null);
        }
        out.startElement("th", this);
        out.writeAttribute("scope", "row", null);
        if (now >= 0) {
            out.writeAttribute("class", "now o" + now, null);
        }
        out.writeText(wall.toString(), null);
        out.endElement("th");
        for (int column = 0; column < layout.columns().size(); column++) {
            cell(out, board, layout.cell(row, column), board.calledOff(layout, row, column));
        }
        out.endElement("tr");
    }

    private void cell(ResponseWriter out, BoardBacking board, GridLayout.Cell cell, List<Flow.Row> calledOff) throws IOException {
        out.startElement("td", this);
        if (cell.state() != 'o') {
            out.writeAttribute("class", cell.state(), null);
        }
        if (cell.letters() != null) {
            out.writeAttribute("data-k", cell.letters(), null);
        }
        for (GridLayout.Drawn bar : cell.bars()) {
            out.startElement("a", this);
            out.writeAttribute("href", "?visit=" + bar.visitId(), null);
            out.writeAttribute("class", bar.styles(), null);
            out.startElement("i", this);
            out.endElement("i");
            out.startElement("b", this);
            out.writeText(bar.name(), null);
            out.endElement("b");
            out.startElement("s", this);
            if (bar.heldUntil() != null) {
                out.writeAttribute("data-until", bar.heldUntil().getEpochSecond(), null);
            }
            out.writeText(bar.detail(), null);
            out.endElement("s");
            if (!bar.marks().isEmpty()) {
                out.startElement("u", this);
                out.writeText(bar.marks(), null);
                out.endElement("u");
            }
            out.endElement("a");
            for (String tail : bar.tails()) {
                out.startElement("em", this);
                out.writeAttribute("class", tail, null);
                out.endElement("em");
            }
        }
        for (Flow.Row gone : calledOff) {
            out.startElement("a", this);
            out.writeAttribute("href", "?visit=" + gone.id(), null);
            out.writeAttribute("class", "off", null);
            out.writeAttribute("title", board.calledOffWords(gone), null);
            out.writeText(gone.familyName(), null);
            out.endElement("a");
        }
        out.endElement("td");
    }
}
