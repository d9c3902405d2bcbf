package clinic.anteroom.scheduling;

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
    /** Anything else. */
    OTHER;

    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001");

    static SqlState of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return of(sql.getSQLState(), sql.getMessage());
            }
        }
        return OTHER;
    }

    private static SqlState of(String state, String message) {
        if (state.equals("23P01")) {
            return TAKEN;
        }
        if (state.equals("23505") && message.contains("order_has_one_live_appointment")) {
            return ANSWERED;
        }
        return TRY_AGAIN.contains(state) ? AGAIN : OTHER;
    }
}
