package clinic.anteroom.access;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.security.Principal;

/** Somebody signed in, for services that tests put together by hand. */
public final class SomeCaller {

    private SomeCaller() {
    }

    /** With this name, in the roles that this one includes. */
    public static SessionContext of(String name, String role) {
        return (SessionContext) Proxy.newProxyInstance(SomeCaller.class.getClassLoader(), new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getCallerPrincipal" -> (Principal) () -> name;
                    case "isCallerInRole" -> Roles.heldBy(role).contains(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
