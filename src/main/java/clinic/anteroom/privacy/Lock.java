package clinic.anteroom.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * Part of a record, or all of it, that its patient keeps from somebody.
 *
 * @param id        never null
 * @param patientId never null
 * @param item      null for the whole record
 * @param about     the item in words: when it was and which; null for the whole record
 * @param against   never null
 * @param whom      account or role; null for everybody
 * @param wording   what the patient signed, in short; never null
 * @param writtenBy never null
 * @param writtenAt never null
 * @param endedAt   null while it holds
 */
public record Lock(UUID id, UUID patientId, Item item, String about, Against against, String whom, String wording, String writtenBy, Instant writtenAt,
        Instant endedAt) {

    /** What can be locked alone. What hangs on it is locked with it. */
    public enum Item {
        /** Answers, what the rules say about them, flags, notes, photos, and orders that came from them. */
        FORM,
        /** One order with its flag and its results. */
        ORDER,
        /** One visit, with its notes and letters. The time stays taken. */
        VISIT,
        /** One note on a form. */
        NOTE
    }

    /** Whom it is locked for. */
    public enum Against {
        /** All staff and programs. */
        ALL,
        /** One account. */
        PERSON,
        /** Everybody in a role. */
        ROLE
    }

    /** Whether it holds now. */
    public boolean isInForce() {
        return endedAt == null;
    }
}
