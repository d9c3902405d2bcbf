package clinic.anteroom.web.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * The headers of every response, and the end of three tricks: a form posted by GET is 405, a page somebody may not see answers like one that
 * does not exist, and so does an address that brings its own session. It stands in web.xml, because it has to be the first filter: others answer by themselves.
 */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";
    private static final String NO_SCRIPT_AT_ALL = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        protect(response);
        if (!isDrawing(request)) {
            // It may name a person.
            response.setHeader(CACHE, "no-store");
        }
        if (request.getDispatcherType() == DispatcherType.ERROR && response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST && request.isRequestedSessionIdFromURL()) {
            // The server writes no session into a link and yet reads one there: whoever follows such a link would be in the session of whoever made it.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (isFormByGet(request)) {
            // Not sendError: the error page would meet the same view state and run the form after all.
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setHeader("Allow", "POST");
            return;
        }
        chain.doFilter(request, new Sealed(response));
    }

    /** The headers of every response. What is no page of ours, and a page that only sends somebody on, may run and load next to nothing. */
    static void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader(POLICY, NO_SCRIPT_AT_ALL);
    }

    private static boolean isDrawing(HttpServletRequest request) {
        return request.getServletPath().startsWith("/jakarta.faces.resource/");
    }

    /** Faces runs such a request as a form although it came by GET, even with its own method check switched on. */
    private static boolean isFormByGet(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && !"POST".equals(request.getMethod())
                && request.getQueryString() != null
                && request.getParameter("jakarta.faces.ViewState") != null;
    }

    /**
     * Mends what Faces and PrimeFaces write by themselves. The policy of a page, with its nonce, takes the place of ours, because browsers obey all that
     * they are told; who may not keep an answer is not told to ask about it either; and the cookie of what is told on the next page is as ours are.
     */
    private static final class Sealed extends HttpServletResponseWrapper {

        Sealed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            } else if (!CACHE.equalsIgnoreCase(name) || !containsHeader(CACHE)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void addCookie(Cookie cookie) {
            super.addCookie(OurCookie.sealed(cookie));
        }
    }
}
