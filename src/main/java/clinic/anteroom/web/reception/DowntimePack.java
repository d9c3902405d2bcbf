package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.DayList;
import clinic.anteroom.scheduling.desk.PackService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.web.shell.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every quarter of an hour today and the next three working days as plain pages in a folder, to be read and printed when neither
 * this application nor its database is there. A file is replaced whole or not at all; only the owner may read it.
 */
@Singleton
@PermitAll
public class DowntimePack {

    private static final Logger LOG = Logger.getLogger(DowntimePack.class.getName());
    private static final Duration OLD = Duration.ofMinutes(15);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    @Inject
    PackService pack;

    @Inject
    ClinicTime time;

    /** Where the pages are written; nothing is written without it. */
    @Inject
    @ConfigProperty(name = "anteroom.downtime")
    Optional<String> folder;

    /** Called by the server. */
    @Schedule(hour = "*", minute = "*/15", persistent = false, info = "downtime pack")
    public void tick() {
        folder.map(Path::of).ifPresent(this::write);
    }

    private void write(Path into) {
        try {
            Files.createDirectories(into);
            dropHalves(into);
            StringBuilder index = new StringBuilder(head(word("pack_title"))).append("<ul>");
            for (PackService.Day day : pack.todayAndNext()) {
                Board board = day.board();
                replace(into.resolve(board.from() + ".html"), page(board, day.lists()));
                index.append("<li><a href=\"").append(board.from()).append(".html\">").append(board.from()).append("</a></li>");
            }
            replace(into.resolve("index.html"), index.append("</ul></html>").toString());
        } catch (IOException fault) {
            LOG.log(Level.SEVERE, "The downtime pack could not be written to " + into, fault);
        }
    }

    /** What a node that was killed left half written names patients as well. */
    private void dropHalves(Path into) throws IOException {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(into, "*.new")) {
            for (Path half : halves) {
                if (Files.getLastModifiedTime(half).toInstant().isBefore(time.now().minus(OLD))) {
                    Files.deleteIfExists(half);
                }
            }
        }
    }

    private static void replace(Path file, String text) throws IOException {
        // A name of its own, which only its owner may read: a second node on this machine writes at the same minute.
        Path fresh = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private String page(Board board, List<DayList> lists) {
        StringBuilder page = new StringBuilder(head(word("pack_title") + " " + board.from()));
        page.append("<p>").append(word("pack_written")).append(' ').append(time.today()).append(' ').append(wall(time.now())).append("</p>");
        sheets(page, DaySheetPage.of(board, "all"));
        sheets(page, DaySheetPage.of(board, null));
        lists.forEach(list -> list(page, list));
        return page.append("</html>").toString();
    }

    private void sheets(StringBuilder page, List<DaySheetPage> sheets) {
        for (DaySheetPage sheet : sheets) {
            page.append("<section><h2>").append(safe(sheet.name() == null ? word("pack_all") : sheet.name())).append("</h2><table>");
            for (DaySheetPage.Row row : sheet.rows()) {
                Board.BoardVisit visit = row.visit();
                page.append("<tr><td>").append(wall(row.start())).append("-").append(wall(row.end())).append("<td><b>")
                        .append(safe(visit.familyName() + ", " + visit.givenName())).append("</b><td>").append(visit.birthDate()).append("<td>")
                        .append(safe(visit.phone())).append("<td>").append(safe(visit.visitName())).append(row.phase() == null ? "" : ", " + safe(row.phase()))
                        .append("<td>").append(visit.reference()).append("<td>").append(VisitMarks.lightOf(visit)).append(' ').append(safe(visit.alert()))
                        .append(' ').append(safe(visit.note())).append("<td class=\"blank\"></tr>");
            }
            page.append("</table></section>");
        }
    }

    private void list(StringBuilder page, DayList list) {
        page.append("<section><h2>").append(safe(list.name() + ", " + list.person())).append(' ').append(wall(list.when().start())).append("-")
                .append(wall(list.when().end())).append("</h2><table>");
        for (DayList.Entry one : list.entries()) {
            page.append("<tr><td><b>").append(safe(one.name())).append("</b><td>").append(one.birthDate()).append("<td>").append(safe(one.phone())).append("<td>")
                    .append(safe(one.words())).append("<td>").append(Texts.plain("reception_lists.state_" + one.state())).append("<td class=\"blank\"></tr>");
        }
        page.append("</table></section>");
    }

    private static String head(String title) {
        return "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + safe(title) + "</title><style>body{font:14px sans-serif}"
                + "table{border-collapse:collapse;width:100%}td{border:1px solid #999;padding:3px 6px;vertical-align:top}.blank{width:12em}"
                + "section{break-after:page}</style><h1>" + safe(title) + "</h1>";
    }

    private String wall(Instant instant) {
        return HOUR.format(instant.atZone(time.zone()));
    }

    private static String word(String key) {
        return Texts.plain("reception_print." + key);
    }

    private static String safe(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
