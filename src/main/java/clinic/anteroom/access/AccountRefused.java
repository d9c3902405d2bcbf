package clinic.anteroom.access;

import clinic.anteroom.shared.BusinessException;

/** Something about an account that cannot be done; the key says what. */
public class AccountRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private AccountRefused(String key) {
        super(key);
    }

    static AccountRefused unknown() {
        return new AccountRefused("refusal.account_unknown");
    }

    static AccountRefused own() {
        return new AccountRefused("refusal.account_own");
    }

    static AccountRefused taken() {
        return new AccountRefused("refusal.account_taken");
    }

    static AccountRefused mail() {
        return new AccountRefused("refusal.account_mail");
    }

    static AccountRefused person() {
        return new AccountRefused("refusal.account_person");
    }

    static AccountRefused name() {
        return new AccountRefused("refusal.account_name");
    }
}
