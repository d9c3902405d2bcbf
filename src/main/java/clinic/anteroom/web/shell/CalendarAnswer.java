package clinic.anteroom.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** A calendar behind an address nobody can guess; a wrong one is not found. Nobody on the way keeps what it says. */
public final class CalendarAnswer {

    private CalendarAnswer() {
    }

    /** @param feed the file by the secret of its address, 32 hexadecimal digits; empty for one that is not there */
    public static void give(HttpServletRequest request, HttpServletResponse response, Function<String, Optional<String>> feed) throws IOException {
        Optional<String> found = Optional.ofNullable(request.getPathInfo()).filter(path -> path.matches("/[0-9a-f]{32}\\.ics"))
                .map(path -> path.substring(1, 33)).flatMap(feed);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(found.get());
    }
}
