package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stored visit as the outside reads it (FHIR: Appointment).
 *
 * @param id           never null
 * @param status       never null
 * @param patientId    never null
 * @param visitType    code of the kind of visit; never null
 * @param visitName    its name; never null
 * @param start        when the first phase begins; never null
 * @param end          when the patient can leave; never null
 * @param version      1 or more; to be sent back when the visit is changed
 * @param createdAt    never null
 * @param cancelReason code of {@link CancelReason}; null unless CANCELLED
 * @param with         everybody and everything in it, each once; the patient not among them
 * @param orders       ids of the orders it answers; perhaps empty
 */
public record Visit(UUID id, AppointmentStatus status, UUID patientId, String visitType, String visitName, Instant start, Instant end,
                    int version, Instant createdAt, String cancelReason, List<Booked.With> with, List<UUID> orders) {

    public Visit {
        with = List.copyOf(with);
        orders = List.copyOf(orders);
    }
}
