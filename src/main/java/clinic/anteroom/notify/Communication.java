package clinic.anteroom.notify;

import java.util.UUID;

/**
 * One letter that should leave.
 *
 * @param id            also its message id, so that a letter sent twice is known as the same; never null
 * @param kind          what it is about; never null
 * @param channel       EMAIL or SMS; never null
 * @param linkId        the link to a form it carries; null for letters about visits
 * @param patientId     null for links to forms
 * @param appointmentId the visit it is about; null for none
 * @param aboutId       invitation, message, offer or code; null for none
 * @param concerning    what tells two letters of one kind about one visit apart; never null
 * @param recipient     never null
 * @param reference     short name of the form; null for letters about visits
 * @param language      of its reader, as it was when the letter was put here; never null
 * @param attempts      how often it was tried before
 */
record Communication(UUID id, LetterKind kind, Channel channel, UUID linkId, UUID patientId, UUID appointmentId, UUID aboutId, String concerning,
                     String recipient, String reference, String language, int attempts) {

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
