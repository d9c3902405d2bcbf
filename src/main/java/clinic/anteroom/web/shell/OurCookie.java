package clinic.anteroom.web.shell;

import jakarta.servlet.http.Cookie;

/** The one way in which this application keeps something in a browser: for the whole site, over TLS, out of scripts' reach (T25). */
public final class OurCookie {

    /** Until the browser is closed. */
    public static final int SESSION = -1;

    /** At once. */
    public static final int GONE = 0;

    private OurCookie() {
    }

    /**
     * A cookie to be added to a response.
     *
     * @param name    begins with {@code __Host-}, which browsers tie to this very host
     * @param seconds how long it lasts, {@link #SESSION} or {@link #GONE}
     */
    public static Cookie of(String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setMaxAge(seconds);
        return sealed(cookie);
    }

    /** A cookie as all of them are: for the whole site, over TLS, out of reach of scripts and of other sites' forms. */
    static Cookie sealed(Cookie cookie) {
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
