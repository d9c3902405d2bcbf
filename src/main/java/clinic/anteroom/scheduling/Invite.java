package clinic.anteroom.scheduling;

import java.util.UUID;

/**
 * Lets a patient book one visit without the desk.
 *
 * @param patientId the patient; null lets the order decide
 * @param visitType code of the kind of visit; null lets the order decide
 * @param orderId   the order it answers, or null
 * @param person    somebody who has to be in the visit, or null for anybody
 */
public record Invite(UUID patientId, String visitType, UUID orderId, UUID person) {

    /** For an order; the kind of visit follows from it. */
    public static Invite forOrder(UUID orderId) {
        return new Invite(null, null, orderId, null);
    }
}
