package clinic.anteroom.web.shell;

import clinic.anteroom.shared.ClinicTime;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * How long a session lives: while idle 20 minutes for patients (web.xml) and 15 for staff (set when they sign in), in all
 * 2 hours for patients and 10 for staff. Looking at the first page begins none, nor does asking for what is not there.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR}, asyncSupported = true)
public class SessionRules extends HttpFilter {

    /** How long a member of staff may be idle, in seconds. */
    static final int STAFF_IDLE = 15 * 60;

    private static final long serialVersionUID = 1L;
    private static final Duration PATIENT = Duration.ofHours(2);
    private static final Duration STAFF = Duration.ofHours(10);
    private static final Set<String> WITHOUT = Set.of("/", Face.PATIENT.home(), "/not-found.xhtml", "/error.xhtml");

    @Inject
    private ClinicTime time;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null && isOver(session)) {
            session.invalidate();
            session = null;
        }
        boolean passing = session == null && (request.getDispatcherType() == DispatcherType.ERROR || !"POST".equals(request.getMethod())) && WITHOUT.contains(request.getServletPath());
        chain.doFilter(passing ? new WithoutSession(request) : request, response);
    }

    private boolean isOver(HttpSession session) {
        Duration most = session.getMaxInactiveInterval() == STAFF_IDLE ? STAFF : PATIENT;
        return Instant.ofEpochMilli(session.getCreationTime()).plus(most).isBefore(time.now());
    }

    /** Whoever asks for a session gets one that ends with the request. */
    private static final class WithoutSession extends HttpServletRequestWrapper {

        private final HttpSession passing;
        private boolean asked;

        WithoutSession(HttpServletRequest request) {
            super(request);
            passing = new PassingSession(request.getServletContext());
        }

        @Override
        public HttpSession getSession(boolean create) {
            asked |= create;
            return asked ? passing : null;
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }
    }
}
