package clinic.anteroom.web.reception;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.scheduling.WaitingRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * An order in the desk's list.
 *
 * @param order   what is waited for; never null
 * @param test    the test's name; never null
 * @param urgency level of the badge; never null
 * @param haste   style of the time left: is-late, is-close or nothing; never null
 */
public record OrderRow(WaitingRequest order, String test, String urgency, String haste) {

    private static final Duration CLOSE = Duration.ofDays(3);

    static OrderRow of(WaitingRequest order, Instant now) {
        return new OrderRow(order, TestType.valueOf(order.test()).displayName(), urgency(order.priority()), haste(order.timeLeft(now)));
    }

    /** The badges speak triage's words; an order carries FHIR's. */
    private static String urgency(String priority) {
        return switch (priority) {
            case "STAT" -> "EMERGENCY";
            case "ASAP" -> "URGENT";
            case "URGENT" -> "SOON";
            default -> "ROUTINE";
        };
    }

    private static String haste(Duration left) {
        if (left == null || left.compareTo(CLOSE) > 0) {
            return "";
        }
        return left.isNegative() ? "is-late" : "is-close";
    }
}
