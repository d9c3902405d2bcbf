package clinic.anteroom.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as staff and its patient see it: no words.
 *
 * @param id            also its message id; never null
 * @param kind          never null
 * @param channel       never null
 * @param state         never null
 * @param patientName   null for a link to a form
 * @param recipient     where to; never null
 * @param createdAt     never null
 * @param dueAt         when it leaves at the earliest; never null
 * @param sentAt        null if it has not left
 * @param why           why it did not leave, or what went wrong; null for nothing
 */
public record LetterState(UUID id, LetterKind kind, Channel channel, State state, String patientName, String recipient, Instant createdAt, Instant dueAt,
                          Instant sentAt, String why) {

    /** Kept beside a letter whose address does not exist. */
    static final String BOUNCED = "no such address";

    /** Where a letter stands. */
    public enum State {
        /** It leaves when it is due. */
        QUEUED,
        /** It could not leave yet and is tried again. */
        RETRIED,
        /** It left. */
        SENT,
        /** It was not true any more, or came too late; nothing left. */
        STOPPED,
        /** It came back, or was refused: somebody calls. */
        BOUNCED,
        /** It could not leave for a day. */
        FAILED
    }

    static State state(String status, String why, int attempts) {
        return switch (status) {
            case "COMPLETED" -> State.SENT;
            case "PREPARATION" -> attempts == 0 ? State.QUEUED : State.RETRIED;
            default -> BOUNCED.equals(why) ? State.BOUNCED : attempts > 0 ? State.FAILED : State.STOPPED;
        };
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
