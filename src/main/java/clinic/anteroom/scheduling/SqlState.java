package clinic.anteroom.scheduling;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Set;

/** What PostgreSQL meant, dug out of the exceptions that wrap it. */
enum SqlState {
    /** Somebody else has it (23P01, exclusion_violation). */
    TAKEN,
    /** Another live visit answers the order (23505 on {@code order_has_one_live_appointment}). */
    ANSWERED,
    /** Two transactions stood in each other's way (40P01, 40001); nothing was done and a second try may do. */
    AGAIN,
    /** The line broke or the database went down (class 08, 57P0x, 40003): perhaps it was done, perhaps not. */
    UNSURE,
    /** Anything else. */
    OTHER;

    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001");
    private static final Set<String> LINE_BROKEN = Set.of("57P01", "57P02", "57P03", "40003");

    static SqlState of(Throwable thrown) {
        SqlState state = OTHER;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return of(sql.getSQLState(), sql.getMessage());
            }
            if (isCommitOf(cause)) {
                state = UNSURE;
            }
        }
        return state;
    }

    /** A server that loses the answer to a commit says so without naming what the database said. */
    private static boolean isCommitOf(Throwable cause) {
        return cause instanceof SystemException || cause instanceof RollbackException
                || cause instanceof HeuristicMixedException || cause instanceof HeuristicRollbackException;
    }

    private static SqlState of(String state, String message) {
        if (state.equals("23P01")) {
            return TAKEN;
        }
        if (state.equals("23505") && message.contains("order_has_one_live_appointment")) {
            return ANSWERED;
        }
        if (state.startsWith("08") || LINE_BROKEN.contains(state)) {
            return UNSURE;
        }
        return TRY_AGAIN.contains(state) ? AGAIN : OTHER;
    }
}
