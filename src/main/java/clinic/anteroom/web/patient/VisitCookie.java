package clinic.anteroom.web.patient;

import clinic.anteroom.web.shell.OurCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** What a browser holds for "my visit": the key of its session, the ticket of a code it waits for, and what is being booked. All end with the browser. */
@ApplicationScoped
public class VisitCookie {

    private static final String KEY = "__Host-visit";
    private static final String TICKET = "__Host-code";
    private static final String BASKET = "__Host-basket";
    private static final String FOR = ":";
    private static final String WHOSE = "clinic.anteroom.whose";

    @Inject
    private FacesContext faces;

    /**
     * The key of the session, if this browser has one; it opens something or not. Refuses what a page sends that was shown for
     * somebody else: windows share the cookie, and another one may have switched.
     */
    public String key() {
        String key = read(KEY).orElse(null);
        Object shown = faces.isPostback() && faces.getViewRoot() != null ? faces.getViewRoot().getAttributes().get(WHOSE) : null;
        if (key != null && shown != null && !shown.equals(whose(key))) {
            throw new PersonSwitched();
        }
        return key;
    }

    /** The key without the right to act for somebody else. */
    String ownKey() {
        return read(KEY).map(key -> key.split(FOR, 2)[0]).orElse(null);
    }

    /** The page that is shown now is about the person whom the key is for; what it sends is done for nobody else. */
    void remember() {
        read(KEY).ifPresent(key -> faces.getViewRoot().getAttributes().put(WHOSE, whose(key)));
    }

    private static String whose(String key) {
        return key.substring(key.split(FOR, 2)[0].length());
    }

    /** The same outside of a page. */
    static Optional<String> key(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty()
                : Stream.of(request.getCookies()).filter(cookie -> cookie.getName().equals(KEY)).map(Cookie::getValue).findFirst();
    }

    void keepKey(String key) {
        write(KEY, key, -1);
        write(TICKET, "", 0);
    }

    Optional<String> ticket() {
        return read(TICKET).filter(ticket -> !ticket.isEmpty());
    }

    void keepTicket(String ticket) {
        write(TICKET, ticket, -1);
    }

    /** What is being booked, sealed. */
    Optional<String> basket() {
        return read(BASKET).filter(sealed -> !sealed.isEmpty());
    }

    void keepBasket(String sealed) {
        write(BASKET, sealed, -1);
    }

    void forget() {
        write(BASKET, "", 0);
        write(KEY, "", 0);
        write(TICKET, "", 0);
    }

    private Optional<String> read(String name) {
        return Optional.ofNullable((Cookie) faces.getExternalContext().getRequestCookieMap().get(name)).map(Cookie::getValue);
    }

    private void write(String name, String value, int seconds) {
        ((HttpServletResponse) faces.getExternalContext().getResponse()).addCookie(OurCookie.of(name, value, seconds));
    }
}
