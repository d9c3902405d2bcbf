package clinic.anteroom.scheduling;

import java.util.UUID;

/** The kind of visit that answers an order, by its code, and whose order it is. */
public record OrderedVisit(String visitType, UUID patientId) {
}
