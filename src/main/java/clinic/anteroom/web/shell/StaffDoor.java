package clinic.anteroom.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Lets staff in and sends a guest who asks for a staff page to the sign-in page, which brings them back afterwards. The
 * session remembers who is in; its id changes at that moment.
 *
 * <p>The platform's own form mechanism is not used: on the request after its redirect the services did not know the
 * caller yet (seen on Payara 6.2025.10).
 */
@AutoApplySession
@ApplicationScoped
public class StaffDoor implements HttpAuthenticationMechanism {

    @Inject
    private IdentityStoreHandler accounts;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
            throws AuthenticationException {
        if (message.isAuthenticationRequest()) {
            return letIn(message);
        }
        return message.isProtected() ? sendToSignIn(request, response, message) : message.doNothing();
    }

    private AuthenticationStatus letIn(HttpMessageContext message) {
        Credential typed = message.getAuthParameters().getCredential();
        CredentialValidationResult result = accounts.validate(typed);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return message.notifyContainerAboutLogin(result);
    }

    private static AuthenticationStatus sendToSignIn(HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
            throws AuthenticationException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted = "GET".equals(request.getMethod())
                ? "?wanted=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8) : "";
        try {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(request.getContextPath() + "/sign-in.xhtml" + wanted);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
