package clinic.anteroom.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * Lets programs in that show a bearer token (RFC 6750) at the doors of FHIR and CDS Hooks, for one request: no session, no cookie. Who shows
 * none stays a guest, whatever cookies come along, so no page of another site can act through a browser that is signed in.
 */
@ApplicationScoped
public class TokenDoor {

    private static final String HOLDER = TokenDoor.class.getName();
    private static final List<String> ADDRESSES = List.of("/fhir", "/cds-services");
    private static final String SCHEME = "Bearer ";

    @Inject
    private TokenService tokens;

    /** Whether the request is for a door that tokens open. */
    public boolean isAt(HttpServletRequest request) {
        String path = request.getServletPath();
        return ADDRESSES.stream().anyMatch(address -> path.equals(address) || path.startsWith(address + "/"));
    }

    /** Tells the platform who came; a missing or wrong token is left to the door itself, which words the refusal. */
    public AuthenticationStatus letIn(HttpServletRequest request, HttpMessageContext message) {
        Optional<TokenHolder> holder = shown(request).flatMap(tokens::holderOf);
        if (holder.isEmpty()) {
            return message.doNothing();
        }
        request.setAttribute(HOLDER, holder.get());
        return message.notifyContainerAboutLogin(holder.get().caller(), holder.get().roles());
    }

    /** Who showed a valid token with this request. */
    public static Optional<TokenHolder> holder(HttpServletRequest request) {
        return Optional.ofNullable((TokenHolder) request.getAttribute(HOLDER));
    }

    private static Optional<String> shown(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip()) : Optional.empty();
    }
}
