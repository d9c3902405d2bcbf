package clinic.anteroom.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A time that became free, with those who would come earlier and could have it.
 *
 * @param id        its id; never null
 * @param visitType code of the kind of visit that left it; never null
 * @param visitName its name; never null
 * @param start     never null
 * @param freedAt   when it became free; never null
 * @param matches   in the order in which they would be told; perhaps empty
 */
public record FreedTime(UUID id, String visitType, String visitName, Instant start, Instant freedAt, List<Match> matches) {

    public FreedTime {
        matches = List.copyOf(matches);
    }

    /**
     * Somebody who could have it.
     *
     * @param has   when their visit is now; never null
     * @param since since when they wait; never null
     * @param phone or null
     */
    public record Match(UUID appointmentId, UUID patientId, String patientName, LocalDate birthDate, String phone, Instant has, Instant since, boolean urgent) {
    }
}
