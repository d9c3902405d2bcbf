package clinic.anteroom.web.shell;

import clinic.anteroom.access.TokenDoor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Two ways in: staff through their sign-in page, programs with a token. The platform knows one mechanism only: this one. */
@Alternative
@Priority(500)
@ApplicationScoped
public class Doors implements HttpAuthenticationMechanism {

    @Inject
    private StaffDoor staff;

    @Inject
    private TokenDoor tokens;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
            throws AuthenticationException {
        return tokens.isAt(request) ? tokens.letIn(request, message) : staff.validateRequest(request, response, message);
    }
}
