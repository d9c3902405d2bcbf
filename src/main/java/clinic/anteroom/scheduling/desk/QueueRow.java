package clinic.anteroom.scheduling.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody in a queue beside the board.
 *
 * @param visitId   the visit; never null
 * @param phone     or null
 * @param start     when the visit is; never null
 * @param since     since when they wait, or null
 * @param urgent    whether they go before others
 * @param leadHours hours they need to come; 0 where nobody asked
 * @param told      how often they were told of an earlier time
 * @param answer    ASKED, CONFIRMED or NO_ANSWER, or null
 */
public record QueueRow(UUID visitId, int version, UUID patientId, String name, LocalDate birthDate, String phone, String visitType, String visitName,
                       Instant start, Instant since, boolean urgent, int leadHours, int told, String answer, String reference) {
}
