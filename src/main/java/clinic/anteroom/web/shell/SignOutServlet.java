package clinic.anteroom.web.shell;

import clinic.anteroom.access.SignInService;
import clinic.anteroom.shared.Sha256;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * The way out, the same from every page: the session ends, the browser forgets what it kept. Not a form of the page, so
 * that no page has to be able to read itself in order to be left.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignInService door;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String key = StaffCookie.key(request);
        if (key != null && token(key).equals(request.getParameter("token"))) {
            door.signOut(key);
            StaffCookie.take(response);
            CallerForm.end(response);
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        }
        response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
    }

    /** What a page of this sign-in sends along, to whichever node, and nobody else can know. */
    static String token(String key) {
        return Sha256.of("sign out " + key);
    }
}
