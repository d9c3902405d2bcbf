package clinic.anteroom.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import clinic.anteroom.access.TokenDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Who shows no valid token reads the CapabilityStatement and nothing else. Roles are for the services to check. */
@Interceptor
public class Guard {

    /** Runs before the request is looked at. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED)
    public boolean knowTheCaller(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (!"/metadata".equals(request.getPathInfo()) && TokenDoor.holder(request).isEmpty()) {
            AuthenticationException refusal = new AuthenticationException("Show a valid token: Authorization: Bearer <token>.");
            refusal.addResponseHeader("WWW-Authenticate", "Bearer realm=\"anteroom\"");
            throw refusal;
        }
        return true;
    }
}
