package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CaseFolder;
import clinic.anteroom.care.WorklistQuery;
import clinic.anteroom.web.shell.OurCookie;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a doctor looked at last: the list comes back as it was left, also on the next day. A cookie remembers folder and filters; what was searched
 * for is mostly somebody's name and ends with the sign-in.
 */
@SessionScoped
public class WorklistChoice implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String COOKIE = "__Host-worklist";
    private static final int YEAR = 365 * 24 * 3600;
    private static final String CODE = "[A-Za-z0-9_-]{0,60}";

    private String folder = "";
    private String complaint = "";
    private String test = "";
    private String search = "";
    private boolean read;

    /** Takes what the address says; what it does not say stays as it was. */
    WorklistQuery read(ExternalContext request) {
        if (!read) {
            read = true;
            if (request.getRequestCookieMap().get(COOKIE) instanceof Cookie kept) {
                remember(kept.getValue().split("\\.", -1));
            }
        }
        Map<String, String> address = request.getRequestParameterMap();
        String before = kept();
        take(address.get("folder"), address.get("complaint"), address.get("test"));
        search = address.getOrDefault("search", search);
        if (!before.equals(kept()) && !request.isResponseCommitted() && request.getResponse() instanceof HttpServletResponse response) {
            response.addCookie(OurCookie.of(COOKIE, kept(), YEAR));
        }
        return new WorklistQuery(folder(), complaint, test, search, id(address.get("after")), id(address.get("before")));
    }

    private void remember(String[] kept) {
        if (kept.length == 3) {
            take(kept[0], kept[1], kept[2]);
        }
    }

    private void take(String part, String about, String flagged) {
        folder = code(part, folder);
        complaint = code(about, complaint);
        test = code(flagged, test);
    }

    private static String code(String asked, String otherwise) {
        return asked != null && asked.matches(CODE) ? asked : otherwise;
    }

    private String kept() {
        return String.join(".", folder, complaint, test);
    }

    private static UUID id(String text) {
        return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
    }

    /** The folder; what is new where the address named none that exists. */
    CaseFolder folder() {
        return Stream.of(CaseFolder.values()).filter(one -> one.name().equalsIgnoreCase(folder)).findFirst().orElse(CaseFolder.NEW);
    }
}
