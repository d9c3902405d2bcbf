package clinic.anteroom.web.shell;

import clinic.anteroom.access.SignInService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells a staff page how many seconds its sign-in has left, or 410 once it has none. Who asks at the first address is there and has the whole time
 * again ({@link StaffDoor} sees that in every request); a page that asks by itself takes the second, which lengthens nothing.
 */
@WebServlet({"/stay/staff", "/stay/live"})
public class StaffStayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignInService door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long left = door.left(StaffCookie.key(request)).toSeconds();
        if (left <= 0) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return;
        }
        response.setContentType("text/plain");
        response.getWriter().print(left);
    }
}
