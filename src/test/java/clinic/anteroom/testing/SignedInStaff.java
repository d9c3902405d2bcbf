package clinic.anteroom.testing;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.sql.SQLException;
import java.util.List;

/** Browsers of the staff that are in already, as if password and second factor had been shown. */
public final class SignedInStaff {

    private static final String COOKIE = "__Host-staff";

    private SignedInStaff() {
    }

    /** The browser of a new account with this role. */
    public static PlainBrowser as(String role, ServersDatabase database, String home) throws SQLException {
        return new PlainBrowser(home).with(COOKIE, session(account(role, database), "WHOLE", database));
    }

    /** What the browser of a new account with this role shows with each request. */
    public static String cookie(String role, ServersDatabase database) throws SQLException {
        return COOKIE + "=" + session(account(role, database), "WHOLE", database);
    }

    /** A window becomes that of a new account with this role. */
    public static void in(BrowserContext window, String role, ServersDatabase database, String home) throws SQLException {
        of(window, account(role, database), database, home);
    }

    /** A window becomes that of an account that is there. */
    public static void of(BrowserContext window, String username, ServersDatabase database, String home) throws SQLException {
        show(window, session(username, "WHOLE", database), home);
    }

    /** A window becomes that of a new account whose password was right and whose second factor is asked now; who has no device yet sets one up. */
    public static void halfway(BrowserContext window, boolean device, ServersDatabase database, String home) throws SQLException {
        String username = account(Roles.ADMINISTRATOR, database);
        if (device) {
            database.run("update staff_account set totp_secret = 'sealed' where username = ?", username);
        }
        show(window, session(username, "PASSWORD", database), home);
    }

    private static void show(BrowserContext window, String key, String home) {
        window.addCookies(List.of(new Cookie(COOKIE, key).setUrl(home.replace("http:", "https:")).setSecure(true).setHttpOnly(true)));
    }

    private static String account(String role, ServersDatabase database) throws SQLException {
        String username = "m" + Sha256.of(NewId.next().toString()).substring(0, 12);
        database.run("insert into staff_account (id, username, display_name, password_hash, role) values (gen_random_uuid(), ?, 'Matrix', 'none', ?)", username, role);
        return username;
    }

    private static String session(String username, String proved, ServersDatabase database) throws SQLException {
        String key = Sha256.of(NewId.next().toString());
        database.run("insert into staff_session (key_hash, account_id, role, password_mark, proved, opened_at, last_seen_at) "
                + "select ?, id, role, md5(password_hash), ?, now(), now() from staff_account where username = ?", Sha256.of(key), proved, username);
        return key;
    }
}
