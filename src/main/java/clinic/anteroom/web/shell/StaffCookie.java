package clinic.anteroom.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;

/**
 * The key of a staff sign-in in the browser: no script reads it, no other site sends it along with a form, and it ends with the browser. What it
 * opens is looked up in the database with every request.
 */
final class StaffCookie {

    private static final String NAME = "__Host-staff";

    private StaffCookie() {
    }

    /** The key a browser shows; null if it shows none. */
    static String key(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue).findFirst().orElse(null);
    }

    static void give(HttpServletResponse response, String key) {
        response.addCookie(cookie(key, -1));
    }

    static void take(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    private static Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
