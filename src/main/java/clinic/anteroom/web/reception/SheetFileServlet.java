package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.BoardService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A day sheet for a spreadsheet, the one that {@code of} names as on the page it belongs to: one visit a line, lines end with CR LF, cells are
 * quoted. Phone numbers are in it only if {@code phones=1} asks for them.
 */
@WebServlet("/reception/sheet.csv")
public class SheetFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient BoardService boards;

    @Inject
    private transient ClinicTime time;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocalDate date;
        try {
            date = LocalDate.parse(String.valueOf(request.getParameter("date")));
        } catch (DateTimeException odd) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String of = request.getParameter("of");
        Board board = boards.board(date, 1, new HashSet<>());
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"day-" + date + ".csv\"");
        response.getWriter().write(file(DaySheetPage.of(board, of == null || of.isEmpty() ? null : of), "1".equals(request.getParameter("phones")), date));
    }

    private String file(List<DaySheetPage> pages, boolean phones, LocalDate date) {
        StringBuilder file = new StringBuilder(line(cells(phones, "Whose", "Date", "From", "To", "Family name", "Given name", "Born", "Visit", "State", "Phone")));
        for (DaySheetPage page : pages) {
            page.rows().forEach(row -> file.append(line(cells(phones, page.name(), date.toString(), hour(row.start()), hour(row.end()), row.visit().familyName(),
                    row.visit().givenName(), row.visit().birthDate().toString(), row.visit().visitName(), row.visit().status().name(), row.visit().phone()))));
        }
        return file.toString();
    }

    private static List<String> cells(boolean phones, String... all) {
        List<String> cells = new ArrayList<>(java.util.Arrays.asList(all));
        if (!phones) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private String hour(Instant moment) {
        return LocalTime.ofInstant(moment, time.zone()).toString();
    }

    static String line(List<String> cells) {
        return cells.stream().map(SheetFileServlet::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** What a spreadsheet would take for a formula is told apart by a quote, which it shows as text. */
    private static String cell(String value) {
        String plain = value == null ? "" : value;
        return '"' + (plain.matches("(?s)[\\s\u0000-\u001f]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*|[\\t\\r\\n].*") ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }
}
