package clinic.anteroom.web.shell;

import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Origin;
import clinic.anteroom.access.RefusedLookService;
import clinic.anteroom.shared.NewId;
import jakarta.ejb.EJBException;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has the trail say which ids somebody asked for and did not get: whatever door they came to, the answer was 403 or 404, or a page said that
 * what its form named is not there. A page of another role is refused before any filter runs; its error page comes through here.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR}, asyncSupported = true)
public class RefusedLooks extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(RefusedLooks.class.getName());
    private static final String MARK = RefusedLooks.class.getName();
    private static final String WRITTEN = MARK + ".written";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** No page names more records in one address. */
    private static final int MOST = 8;

    @Inject
    private transient RefusedLookService refused;

    @Inject
    private transient Origin origin;

    /** A page says that what its form named is not there, and answers 200. */
    static void mark(ExternalContext request) {
        request.getRequestMap().put(MARK, true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            write(request, (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
            // What was sent and is odd would have the error page fail as well, and then the server shows its own, with its name and version.
            chain.doFilter(new OnlyLookedAt(request), response);
        } else {
            chain.doFilter(request, response);
            write(request, response.getStatus());
        }
    }

    private void write(HttpServletRequest request, Integer status) {
        boolean refusal = status != null && (status == 403 || status == 404) || request.getAttribute(MARK) != null;
        if (!refusal || request.getAttribute(WRITTEN) != null) {
            return;
        }
        request.setAttribute(WRITTEN, true);
        Set<UUID> ids = ids(request);
        if (ids.isEmpty()) {
            return;
        }
        if (origin.request().isEmpty()) {
            origin.is(OriginOfRequests.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For")), NewId.next());
        }
        try {
            refused.refused("GET".equals(request.getMethod()) ? AuditedAction.VIEW : AuditedAction.UPDATE, ids, request.getUserPrincipal() == null);
        } catch (EJBException e) {
            LOG.log(Level.SEVERE, "A look that was refused could not be written to the trail", e);
        }
    }

    /** The ids in the address and in the fields of a form, in this order, the first few. */
    private static Set<UUID> ids(HttpServletRequest request) {
        Object error = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        StringBuilder asked = new StringBuilder(error == null ? request.getRequestURI() : error.toString());
        request.getParameterMap().values().forEach(values -> asked.append(' ').append(String.join(" ", values)));
        Set<UUID> ids = new LinkedHashSet<>();
        Matcher found = ID.matcher(asked);
        while (found.find() && ids.size() < MOST) {
            ids.add(UUID.fromString(found.group()));
        }
        return ids;
    }
}
