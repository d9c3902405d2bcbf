package clinic.anteroom.web.shell;

import clinic.anteroom.access.Origin;
import clinic.anteroom.shared.NewId;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Tells the trail where each request comes from. The server listens on loopback only, behind the clinic's proxy; what the proxy
 * says is believed from a neighbour on this machine, and only the last address: the ones before it are the visitor's own words.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OriginOfRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ADDRESS = 45;

    @Inject
    private transient Origin origin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        origin.is(of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For")), NewId.next());
        chain.doFilter(request, response);
    }

    /** The visitor's address, as far as it can be known. */
    static String of(String neighbour, String forwarded) {
        if (forwarded == null || !isThisMachine(neighbour)) {
            return neighbour;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.length() <= LONGEST_ADDRESS && last.matches("[0-9a-fA-F.:]+") ? last : neighbour;
    }

    private static boolean isThisMachine(String neighbour) {
        try {
            return neighbour != null && neighbour.matches("[0-9a-fA-F.:]+") && InetAddress.getByName(neighbour).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
