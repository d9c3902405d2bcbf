package clinic.anteroom.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A letter about a visit that waits for its grace to be over, or that staff have stopped: what the desk is asked about.
 *
 * @param patientId  whose visit it is; never null
 * @param kind       CONFIRMATION, CHANGE or CANCELLATION; never null
 * @param channel    how it leaves; null if it was stopped and does not leave
 * @param dueAt      when it leaves; never null
 * @param ways       how it could leave; perhaps empty
 * @param concerning what tells two letters of one kind apart; never null
 */
public record Telling(UUID patientId, LetterKind kind, Channel channel, Instant dueAt, List<Channel> ways, String concerning) {

    public Telling {
        ways = List.copyOf(ways);
    }

    /** Whether it leaves if nobody does anything. */
    public boolean isLeaving() {
        return channel != null;
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return kind + " by " + channel;
    }
}
