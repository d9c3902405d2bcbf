package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.CalendarService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** A visit as a calendar file, for the desk to hand over. */
@WebServlet("/reception/visit.ics")
public class VisitFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @Inject
    private transient CalendarService calendar;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> file = Optional.ofNullable(request.getParameter("id")).filter(id -> id.matches(ID))
                .map(UUID::fromString).flatMap(calendar::file);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"visit.ics\"");
        response.getWriter().write(file.get());
    }
}
