package clinic.anteroom.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Keeps a session alive for who is still there, and tells a page before it is sent whether it will arrive: 204 if so, 410
 * if the session has ended. Without a session it starts none.
 */
@WebServlet("/stay")
public class StayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        boolean here = request.getSession(false) != null;
        response.setStatus(here ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_GONE);
    }
}
