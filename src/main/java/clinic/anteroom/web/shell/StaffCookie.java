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
        response.addCookie(OurCookie.of(NAME, key, OurCookie.SESSION));
    }

    static void take(HttpServletResponse response) {
        response.addCookie(OurCookie.of(NAME, "", OurCookie.GONE));
    }
}
