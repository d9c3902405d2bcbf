package clinic.anteroom.web.doctor;

import clinic.anteroom.scheduling.StaffCalendarService;
import clinic.anteroom.web.shell.CalendarAnswer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A doctor's own visits for a calendar program, behind an address nobody can guess. Reading it opens no session. */
@WebServlet("/staff-calendar/*")
public class StaffCalendarServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient StaffCalendarService calendar;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CalendarAnswer.give(request, response, calendar::feed);
    }
}
