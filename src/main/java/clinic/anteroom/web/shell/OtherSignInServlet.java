package clinic.anteroom.web.shell;

import clinic.anteroom.access.SignInService;
import clinic.anteroom.access.SignInStep;
import clinic.anteroom.access.SignedIn;
import clinic.anteroom.access.proof.OtherAsk;
import clinic.anteroom.access.proof.OtherSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Sends a browser to the sign-in of the clinic's hospital and takes it back. What it was sent with is used up by the first answer. */
@WebServlet({OtherSignInServlet.ADDRESS, OtherSignInServlet.ADDRESS + "/back"})
public class OtherSignInServlet extends HttpServlet {

    static final String ADDRESS = "/sign-in/other";
    private static final long serialVersionUID = 1L;
    private static final String ASK = OtherAsk.class.getName();
    private static final String WANTED = ASK + ".wanted";

    @Inject
    private transient OtherSignIn other;

    @Inject
    private transient SignInService door;

    @Inject
    private transient Whence whence;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getServletPath().equals(ADDRESS) ? away(request) : request.getContextPath() + back(request, response));
    }

    private String away(HttpServletRequest request) {
        Optional<OtherAsk> ask = other.begin(whence.site(request).resolve(request.getContextPath() + ADDRESS + "/back"));
        ask.ifPresent(begun -> {
            request.getSession().setAttribute(ASK, begun);
            request.getSession().setAttribute(WANTED, request.getParameter("wanted"));
        });
        return ask.map(begun -> begun.address().toString()).orElse(request.getContextPath() + "/sign-in.xhtml?other=failed");
    }

    private String back(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        OtherAsk ask = session == null ? null : (OtherAsk) session.getAttribute(ASK);
        if (ask == null) {
            return "/sign-in.xhtml?other=failed";
        }
        session.removeAttribute(ASK);
        String wanted = (String) session.getAttribute(WANTED);
        URI answer = URI.create(ask.back() + "?" + Optional.ofNullable(request.getQueryString()).orElse(""));
        return other.finish(ask, answer).flatMap(person -> door.other(person, whence.address(request)))
                .map(step -> onward(step, wanted, request, response)).orElse("/sign-in.xhtml?other=failed");
    }

    private String onward(SignInStep step, String wanted, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        request.getSession().setMaxInactiveInterval(SessionRules.STAFF_IDLE);
        StaffCookie.give(response, step.key());
        return switch (step.next()) {
            case CODE -> "/sign-in-code.xhtml" + WayIn.query(wanted);
            case SET_UP -> "/sign-in-device.xhtml" + WayIn.query(wanted);
            case IN -> {
                Face face = door.holderOf(step.key()).map(SignedIn::role).map(Face::ofRole).orElse(Face.PATIENT);
                yield face.isOwnPage(wanted) ? wanted : face.home();
            }
        };
    }
}
