package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a link stands for. It names the kind of visit and no finding.
 *
 * @param patientId  the patient; never null
 * @param visitType  code of the kind of visit; never null
 * @param visitName  what the patient reads; never null
 * @param orderId    the order it answers, or null
 * @param person     somebody who has to be in the visit, or null
 * @param endsAt     until when the link works; never null
 * @param interlocks what the patient cannot settle alone; {@link Interlock#IMPLANT} means: call us. Perhaps empty
 * @param booked     the visit it was used for, or null while it can be used
 */
public record Invited(UUID patientId, String visitType, String visitName, UUID orderId, UUID person, Instant endsAt,
                      Set<Interlock> interlocks, Booked booked) {

    public Invited {
        interlocks = Set.copyOf(interlocks);
    }
}
