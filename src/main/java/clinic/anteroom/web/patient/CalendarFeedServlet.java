package clinic.anteroom.web.patient;

import clinic.anteroom.scheduling.CalendarService;
import clinic.anteroom.web.shell.CalendarAnswer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A patient's visits for a calendar program, behind an address nobody can guess. Reading it opens no session. */
@WebServlet("/calendar/*")
public class CalendarFeedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CalendarService calendar;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CalendarAnswer.give(request, response, calendar::feed);
    }
}
