package clinic.anteroom.scheduling;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * Asks for times of a visit that comes back.
 *
 * @param visitType code of the kind of visit; never null
 * @param patientId the patient; never null
 * @param first     date of the first one; never null
 * @param wall      wished wall time, the same on both sides of a clock change; never null
 * @param everyDays days between two, 1 to 35
 * @param times     how many, 2 to 26; the last one lies at most 100 days ahead
 */
public record FindSeries(String visitType, UUID patientId, LocalDate first, LocalTime wall, int everyDays, int times) {

    public FindSeries {
        if (everyDays < 1 || everyDays > 35 || times < 2 || times > 26) {
            throw new IllegalArgumentException(times + " visits every " + everyDays + " days.\nMaybe a page sent numbers outside 2 to 26 and 1 to 35.");
        }
    }
}
