package clinic.anteroom.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A record that need not be kept any longer.
 *
 * @param patientId never null
 * @param name      never null
 * @param birthDate never null
 * @param lastEntry when something was last written in it, or last happened; never null
 */
public record DueRecord(UUID patientId, String name, LocalDate birthDate, Instant lastEntry) {
}
