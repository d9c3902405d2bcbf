package clinic.anteroom.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An order that nobody has booked yet. It names the test and no finding: the desk needs no reason.
 *
 * @param id          the order; never null
 * @param patientId   the patient; never null
 * @param patientName given and family name; never null
 * @param birthDate   tells two patients of one name apart; never null
 * @param phone       or null
 * @param test        code of the ordered test; never null
 * @param bodySite    where a scan looks, or null
 * @param priority    ROUTINE, URGENT, ASAP or STAT; never null
 * @param authoredOn  when the doctor ordered; never null
 * @param latest      when it should have been done, or null
 */
public record WaitingRequest(UUID id, UUID patientId, String patientName, LocalDate birthDate, String phone, String test,
                             String bodySite, String priority, Instant authoredOn, Instant latest) {

    /** How long there is to go, negative when overdue; null without a latest date. */
    public Duration timeLeft(Instant now) {
        return latest == null ? null : Duration.between(now, latest);
    }
}
