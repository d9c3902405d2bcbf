package clinic.anteroom.web.doctor;

import clinic.anteroom.scheduling.StaffCalendarService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A doctor's own visits for a calendar program, behind an address nobody can guess. Reading it opens no session. */
@WebServlet("/staff-calendar/*")
public class StaffCalendarServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient StaffCalendarService calendar;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> feed = Optional.ofNullable(request.getPathInfo()).filter(path -> path.matches("/[0-9a-f]{32}\\.ics"))
                .map(path -> path.substring(1, 33)).flatMap(calendar::feed);
        if (feed.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(feed.get());
    }
}
