package clinic.anteroom.testing;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import java.sql.SQLException;

/** Browsers of the staff that are in already, as if password and second factor had been shown. */
public final class SignedInStaff {

    private SignedInStaff() {
    }

    /** The browser of a new account with this role. */
    public static PlainBrowser as(String role, ServersDatabase database, String home) throws SQLException {
        return new PlainBrowser(home).with("__Host-staff", key(role, database));
    }

    /** The key of a sign-in of a new account with this role, for the cookie {@code __Host-staff}. */
    public static String key(String role, ServersDatabase database) throws SQLException {
        String key = Sha256.of(NewId.next().toString());
        String name = "m" + key.substring(0, 12);
        database.run("insert into staff_account (id, username, display_name, password_hash, role) values (gen_random_uuid(), ?, 'Matrix', 'none', ?)", name, role);
        database.run("insert into staff_session (key_hash, account_id, role, password_mark, proved, opened_at, last_seen_at) "
                + "select ?, id, role, md5(password_hash), 'WHOLE', now(), now() from staff_account where username = ?", Sha256.of(key), name);
        return key;
    }
}
