package clinic.anteroom.intake;

import clinic.anteroom.shared.Language;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody should get a mail with a link that opens a form, in this transaction. Who writes the mail asks
 * {@link LinkService#mint} for the secret, at the last moment.
 *
 * @param linkId    never null
 * @param purpose   never null
 * @param email     where to; never null
 * @param reference the form's short name; never null
 * @param askedAt   when; never null
 * @param dueAt     not to be mailed before; never null
 * @param language  what its reader reads; never null
 */
public record LinkAsked(UUID linkId, LinkPurpose purpose, String email, String reference, Instant askedAt, Instant dueAt,
        Language language) {

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return purpose + " link " + linkId;
    }
}
