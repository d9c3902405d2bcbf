package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.MyVisitService;
import clinic.anteroom.shared.BusinessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** A visit as a calendar file, for the browser that proved to be its patient's. Anything else is not there. */
@WebServlet("/patient/visit.ics")
public class MyVisitFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient MyVisitService visits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String file = visits.calendarFile(VisitCookie.key(request).orElse(null), UUID.fromString(String.valueOf(request.getParameter("id"))));
            response.setContentType("text/calendar");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"visit.ics\"");
            response.getWriter().write(file);
        } catch (BusinessException | IllegalArgumentException notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
