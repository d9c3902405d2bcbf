package clinic.anteroom.access;

import clinic.anteroom.access.proof.RecoveryCodes;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The accounts of the staff, for the administrator. What changes here is felt at the next request of whoever it is about: their sign-ins end.
 * Nobody changes the account they are signed in with, so that there is always one left who may.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class AccountService {

    @Inject
    StaffAccounts accounts;

    @Inject
    StaffSessions sessions;

    @Inject
    Passkeys passkeys;

    @Inject
    RecoveryCodeRows recovery;

    @Inject
    Pbkdf2PasswordHash passwords;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** Every account, by name. */
    public List<AccountRow> accounts() {
        return accounts.all().stream().map(found -> new AccountRow(found.id(), found.username(), found.displayName(), found.role(), found.isActive(),
                found.device().isPresent(), passkeys.of(found.id()).size(), found.isSecondFactorAsked(), found.practitioner().orElse(null))).toList();
    }

    /**
     * Opens an account. At its first sign-in it sets up a second factor.
     *
     * @param mail where another sign-in may find it; null for none
     * @return its first password, told this once
     */
    public String add(String username, String displayName, String role, String mail) {
        String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9][a-z0-9._-]{1,59}") || displayName == null || displayName.isBlank() || !Roles.OF_PEOPLE.contains(role)) {
            throw AccountRefused.name();
        }
        String address = mail == null || mail.isBlank() ? null : mail.strip().toLowerCase(Locale.ROOT);
        if (address != null && !address.matches("[^@\\s]+@[^@\\s]+")) {
            throw AccountRefused.mail();
        }
        if (accounts.hasMail(address)) {
            throw AccountRefused.taken();
        }
        if (accounts.find(name).isPresent()) {
            throw AccountRefused.taken();
        }
        String password = newPassword();
        UUID id = NewId.next();
        accounts.add(new StaffAccount(id, name, displayName.strip(), role, passwords.generate(password.toCharArray()), address));
        audit.record(AuditedAction.CREATE, "Person", id, null);
        return password;
    }

    /** Closes an account: it is out at its next request. */
    public void close(UUID id) {
        StaffAccount account = others(id);
        account.close();
        changed(account);
    }

    /** Opens a closed account again; what proved it before proves it now. */
    public void open(UUID id) {
        StaffAccount account = others(id);
        account.open();
        changed(account);
    }

    /** Gives another role. */
    public void giveRole(UUID id, String role) {
        StaffAccount account = others(id);
        if (!Roles.OF_PEOPLE.contains(role)) {
            throw AccountRefused.name();
        }
        account.takeRole(role);
        changed(account);
    }

    /** Says who the account is of those who can be booked; null for nobody. Its sign-ins go on, because it may do no more than before. */
    public void link(UUID id, UUID practitioner) {
        StaffAccount account = accounts.findForChange(id).orElseThrow(AccountRefused::unknown);
        if (practitioner != null && !accounts.isPractitioner(practitioner)) {
            throw AccountRefused.person();
        }
        account.isOf(practitioner);
        audit.record(AuditedAction.UPDATE, "Person", account.id(), null);
    }

    /**
     * For who has lost the device, or forgotten the password: both begin anew. The factor is never skipped, the next sign-in has to set one up.
     *
     * @return the new password, told this once, to be handed over in person
     */
    public String reset(UUID id) {
        StaffAccount account = others(id);
        String password = newPassword();
        account.takePassword(passwords.generate(password.toCharArray()));
        account.forgetDevice();
        passkeys.forget(account.id());
        recovery.forget(account.id());
        changed(account);
        return password;
    }

    private StaffAccount others(UUID id) {
        StaffAccount account = accounts.findForChange(id).orElseThrow(AccountRefused::unknown);
        if (account.username().equals(session.getCallerPrincipal().getName())) {
            throw AccountRefused.own();
        }
        return account;
    }

    private void changed(StaffAccount account) {
        sessions.endOthers(account.id(), null, time.now());
        audit.record(AuditedAction.UPDATE, "Person", account.id(), null);
    }

    private static String newPassword() {
        return RecoveryCodes.make().get(0).toLowerCase(Locale.ROOT);
    }
}
