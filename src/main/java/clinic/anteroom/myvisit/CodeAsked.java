package clinic.anteroom.myvisit;

import java.time.Instant;
import java.util.UUID;

/**
 * A known patient should get a code by mail, in this transaction. Who writes the mail asks {@link SignInCodeService#mint}
 * for the code at the last moment.
 *
 * @param codeId    never null
 * @param patientId never null
 * @param email     where to; never null
 * @param at        when; never null
 */
public record CodeAsked(UUID codeId, UUID patientId, String email, Instant at) {

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "code " + codeId;
    }
}
