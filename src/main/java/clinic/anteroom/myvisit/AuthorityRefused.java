package clinic.anteroom.myvisit;

import clinic.anteroom.shared.BusinessException;

/** Somebody may not act for this patient, or not like this; nothing was changed. */
public class AuthorityRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private AuthorityRefused(String key, Object... arguments) {
        super(key, arguments);
    }

    /** From sixteen on a parent's birth certificate is not enough: the patient says who helps. */
    static AuthorityRefused oldEnough(int age) {
        return new AuthorityRefused("refusal.carer_patient_decides", age);
    }

    /** Who acts has to be of age. */
    static AuthorityRefused tooYoung(int age) {
        return new AuthorityRefused("refusal.carer_too_young", age);
    }

    /** It would be over at once, or last longer than it may. */
    static AuthorityRefused badEnd() {
        return new AuthorityRefused("refusal.carer_end");
    }

    /** The proof does not fit the relation. */
    static AuthorityRefused badProof() {
        return new AuthorityRefused("refusal.carer_proof");
    }

    /** It is over, was never there, or is for visits only. */
    static AuthorityRefused notAllowed() {
        return new AuthorityRefused("refusal.carer_not_allowed");
    }
}
