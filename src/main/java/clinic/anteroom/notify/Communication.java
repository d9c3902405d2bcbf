package clinic.anteroom.notify;

import clinic.anteroom.intake.LinkPurpose;
import clinic.anteroom.shared.Language;
import java.util.UUID;

/**
 * One mail that should leave.
 *
 * @param id        also its message id, so that a mail sent twice is known as the same; never null
 * @param kind      what it is about; never null
 * @param linkId    the link it carries; never null
 * @param recipient never null
 * @param reference short name of the form; never null
 * @param language  what its reader reads; never null
 * @param attempts  how often it was tried before
 */
record Communication(UUID id, LinkPurpose kind, UUID linkId, String recipient, String reference, Language language, int attempts) {

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
