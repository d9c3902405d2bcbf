package clinic.anteroom.web.shell;

import clinic.anteroom.access.Roles;
import clinic.anteroom.access.SignInService;
import clinic.anteroom.access.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows who of the staff asks, by the sign-in that the browser shows and the database still holds, and sends a guest who asks for a staff page to
 * the sign-in page, which brings them back afterwards.
 *
 * <p>The platform's own form mechanism is not used: on the request after its redirect the services did not know the
 * caller yet (seen on Payara 6.2025.10), and what it remembers in the session of one node outlives a closed account.
 */
@ApplicationScoped
public class StaffDoor implements HttpAuthenticationMechanism {

    private static final String DRAWINGS = "/jakarta.faces.resource/";

    /** Where pages ask for news, whether anybody sits before them or not. */
    private static final String BY_ITSELF = "/live";

    /** What a script adds that wants a part of a page; whoever signs in wants all of it. */
    private static final Pattern PART = Pattern.compile("[?&]part=\\w+$");

    @Inject
    private SignInService door;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
            throws AuthenticationException {
        String key = request.getServletPath().startsWith(DRAWINGS) ? null : StaffCookie.key(request);
        Optional<SignedIn> who = key == null ? Optional.empty()
                : isByItself(request) ? door.holderOfPage(key) : door.holderOf(key);
        if (who.isPresent()) {
            HttpSession session = request.getSession(false);
            if (session != null && session.getMaxInactiveInterval() != SessionRules.STAFF_IDLE) {
                session.setMaxInactiveInterval(SessionRules.STAFF_IDLE);
            }
            return message.notifyContainerAboutLogin(who.get().username(), Roles.heldBy(who.get().role()));
        }
        return message.isProtected() ? sendToSignIn(request, response, message) : message.doNothing();
    }

    private static boolean isByItself(HttpServletRequest request) {
        return request.getServletPath().endsWith(BY_ITSELF) || "GET".equals(request.getMethod()) && "board".equals(request.getParameter("part"));
    }

    /** Whoever sent a form comes back to its page, which then brings back what was typed. */
    private static AuthenticationStatus sendToSignIn(HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
            throws AuthenticationException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted = "GET".equals(request.getMethod()) || request.getServletPath().endsWith(".xhtml")
                ? "?wanted=" + URLEncoder.encode(request.getRequestURI() + PART.matcher(query).replaceFirst(""), StandardCharsets.UTF_8) : "";
        try {
            // No filter has run yet.
            SecurityHeaders.protect(response);
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(request.getContextPath() + "/sign-in.xhtml" + wanted);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
