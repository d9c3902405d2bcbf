package clinic.anteroom.scheduling.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A patient as the desk finds one.
 *
 * @param phone     or null
 * @param card      number of the health card, or null
 * @param nextVisit the next visit that is ahead, or null
 * @param nextStart when that is; null with {@code nextVisit}
 */
public record FoundPatient(UUID id, String givenName, String familyName, LocalDate birthDate, String phone, String card, UUID nextVisit, Instant nextStart) {

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }
}
