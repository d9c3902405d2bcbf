package clinic.anteroom.testing;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.URL;
import java.sql.SQLException;
import java.util.List;

/** Browsers of the staff that are in already, as if password and second factor had been shown. */
public final class SignedInStaff {

    private SignedInStaff() {
    }

    /** The browser of a new account with this role. */
    public static PlainBrowser as(String role, ServersDatabase database, String home) throws SQLException {
        return new PlainBrowser(home).with("__Host-staff", key(role, database));
    }

    /** The windows of this browser are a new account's with this role. */
    public static void openSession(String role, ServersDatabase database, BrowserContext browser, URL home) throws SQLException {
        browser.addCookies(List.of(new Cookie("__Host-staff", key(role, database)).setUrl(home.toString().replace("http:", "https:")).setSecure(true).setHttpOnly(true)));
    }

    /** The windows of this browser are this account's. */
    public static void openSessionOf(String username, ServersDatabase database, BrowserContext browser, URL home) throws SQLException {
        browser.addCookies(List.of(new Cookie("__Host-staff", session(username, database)).setUrl(home.toString().replace("http:", "https:")).setSecure(true).setHttpOnly(true)));
    }

    private static String key(String role, ServersDatabase database) throws SQLException {
        String name = "m" + Sha256.of(NewId.next().toString()).substring(0, 12);
        database.run("insert into staff_account (id, username, display_name, password_hash, role) values (gen_random_uuid(), ?, 'Matrix', 'none', ?)", name, role);
        return session(name, database);
    }

    private static String session(String username, ServersDatabase database) throws SQLException {
        String key = Sha256.of(NewId.next().toString());
        database.run("insert into staff_session (key_hash, account_id, role, password_mark, proved, opened_at, last_seen_at) "
                + "select ?, id, role, md5(password_hash), 'WHOLE', now(), now() from staff_account where username = ?", Sha256.of(key), username);
        return key;
    }
}
