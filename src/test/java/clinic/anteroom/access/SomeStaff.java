package clinic.anteroom.access;

import clinic.anteroom.access.proof.SecretBox;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The staff door on a real database, with a clock that is set by hand and passwords that are kept as they are. */
final class SomeStaff {

    private int hashes;

    static final String PASSWORD = "seven green kettles";

    final EntityManager entities;
    final List<String> trail = new ArrayList<>();
    final StaffAccounts accounts = new StaffAccounts();
    final StaffSessions sessions = new StaffSessions();
    private final StaffAddresses addresses = new StaffAddresses();
    private final RecoveryCodeRows recovery = new RecoveryCodeRows();
    private final Passkeys passkeys = new Passkeys();
    private final SecretBox box = new SecretBox(Optional.of("dGhlIGtleSBvZiB0aGUgdGVzdHMsIDI1NiBiaXRzISE="), Optional.empty());
    private Instant now;

    SomeStaff(EntityManager entities, Instant now) {
        this.entities = entities;
        this.now = now;
        accounts.entities = entities;
        sessions.entities = entities;
        addresses.entities = entities;
        recovery.entities = entities;
        passkeys.entities = entities;
    }

    Instant now() {
        return now;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** A new account; its name. */
    String account(String role, boolean asked) {
        String name = "s" + NewId.next().toString().substring(20);
        entities.createNativeQuery("insert into staff_account (id, username, display_name, password_hash, role, second_factor_asked) values (?1, ?2, ?2, ?3, ?4, ?5)")
                .setParameter(1, NewId.next()).setParameter(2, name).setParameter(3, PASSWORD).setParameter(4, role).setParameter(5, asked).executeUpdate();
        return name;
    }

    UUID id(String username) {
        return accounts.find(username).orElseThrow().id();
    }

    /** What the device of an account knows. */
    String secretOf(String username) {
        StaffAccount account = accounts.find(username).orElseThrow();
        return box.open(account.device().orElseThrow(), account.id().toString());
    }

    /** Flushes what a transaction would have written, and forgets what it had read. */
    void written() {
        entities.flush();
        entities.clear();
    }

    /** How often a password was hashed so far: nearly all the time of a sign-in. */
    int hashes() {
        return hashes;
    }

    SignInService door() {
        SignInService made = new SignInService();
        made.accounts = accounts;
        made.addresses = addresses;
        made.sessions = sessions;
        made.passkeys = passkeys;
        made.passwords = passwords();
        made.passage = passage();
        made.box = box;
        made.time = time();
        made.begin();
        return made;
    }

    SecondFactorService factors() {
        SecondFactorService made = new SecondFactorService();
        made.accounts = accounts;
        made.sessions = sessions;
        made.recovery = recovery;
        made.passkeys = passkeys;
        made.passage = passage();
        made.box = box;
        made.time = time();
        return made;
    }

    /** The administrator's page, seen by this account. */
    AccountService office(String username) {
        AccountService made = new AccountService();
        made.accounts = accounts;
        made.sessions = sessions;
        made.passkeys = passkeys;
        made.recovery = recovery;
        made.passwords = passwords();
        made.time = time();
        made.session = (SessionContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> (Principal) () -> username);
        made.audit = new AuditService() {
            @Override
            public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
                trail.add(action + " " + entity + " " + entityId);
            }
        };
        return made;
    }

    private Passage passage() {
        Passage made = new Passage();
        made.accounts = accounts;
        made.addresses = addresses;
        made.sessions = sessions;
        made.recovery = recovery;
        made.passkeys = passkeys;
        made.box = box;
        made.time = time();
        return made;
    }

    private ClinicTime time() {
        return new ClinicTime(Clock.fixed(now, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private Pbkdf2PasswordHash passwords() {
        return new Pbkdf2PasswordHash() {
            @Override
            public void initialize(Map<String, String> parameters) {
                // Nothing to set.
            }

            @Override
            public String generate(char[] password) {
                hashes++;
                return new String(password);
            }

            @Override
            public boolean verify(char[] password, String hash) {
                hashes++;
                return new String(password).equals(hash);
            }
        };
    }
}
