package clinic.anteroom.web.shell;

import clinic.anteroom.shared.ClinicTime;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Who begins very many forms, or asks for very many codes, is told to wait; everybody else feels nothing, and whoever has
 * begun a form goes on with it. Nobody is traced: only the address of the connection counts, in memory, for ten minutes.
 * A household, a ward or a waiting room behind one address stays well below. Staff who fill in forms for callers are free.
 *
 * <p>The address is the one that our own proxy saw. A request from this machine that no proxy has marked is the operator's.
 */
@WebFilter(urlPatterns = {"/patient/question.xhtml", "/patient/code.xhtml"})
public class ManyForms extends HttpFilter {

    /** How many forms one address may begin in ten minutes. */
    static final int FORMS = 20;

    private static final long serialVersionUID = 1L;
    private static final int CODES = 30;
    private static final int ADDRESSES = 20_000;
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient Window forms = new Window(FORMS, LENGTH, ADDRESSES);
    private final transient Window codes = new Window(CODES, LENGTH, ADDRESSES);

    @Inject
    private transient ClinicTime time;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Duration wait = mustWait(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        request.getRequestDispatcher("/patient/wait.xhtml").forward(new OnlyLookedAt(request), response);
    }

    private Duration mustWait(HttpServletRequest request) {
        boolean code = request.getServletPath().endsWith("/code.xhtml");
        boolean counts = "POST".equals(request.getMethod()) && request.getUserPrincipal() == null
                && (code || "new".equals(request.getParameter("begin")));
        String address = counts ? ClientAddress.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For")) : null;
        return address == null ? Duration.ZERO : (code ? codes : forms).take(address, time.now());
    }
}
