package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Asks for free times, either for an order or for a kind of visit and a patient.
 *
 * @param orderId   the order, or null if the kind of visit and the patient are given
 * @param visitType code of the kind of visit; null lets the order decide
 * @param patientId the patient, or null if an order is given
 * @param from      first day, or null for now
 * @param latest    last day, or null for as far as the desk looks
 * @param person    somebody who must be in the visit, or null
 * @param instead   a visit of this patient that is to be replaced: its own time counts as free; or null
 * @param needs     what makes the visit longer, or null to let the orders decide
 * @param wishes    what the patient asks for; never null
 * @param overbook  whether seats for deliberate overbooking are looked at too
 */
public record FindTimes(UUID orderId, String visitType, UUID patientId, LocalDate from, LocalDate latest, UUID person, UUID instead,
                        VisitNeeds needs, Wishes wishes, boolean overbook) {

    /** A plain question. */
    public FindTimes(UUID orderId, String visitType, UUID patientId, LocalDate from, LocalDate latest, UUID person) {
        this(orderId, visitType, patientId, from, latest, person, null, null, Wishes.NONE, false);
    }

    /** Times for an order, from now on. */
    public static FindTimes forOrder(UUID orderId) {
        return new FindTimes(orderId, null, null, null, null, null);
    }

    /** Times for a kind of visit, from now on. */
    public static FindTimes forPatient(String visitType, UUID patientId) {
        return new FindTimes(null, visitType, patientId, null, null, null);
    }

    /** Other times for a visit that is held or booked. */
    public static FindTimes insteadOf(Booked visit) {
        return new FindTimes(null, visit.visitType(), visit.patientId(), null, null, null, visit.appointmentId(), visit.needs(), Wishes.NONE, false);
    }

    /** The same within these days; null leaves a side open. */
    public FindTimes between(LocalDate first, LocalDate last) {
        return new FindTimes(orderId, visitType, patientId, first, last, person, instead, needs, wishes, overbook);
    }

    /** The same with somebody who must be there; null for anybody. */
    public FindTimes with(UUID somebody) {
        return new FindTimes(orderId, visitType, patientId, from, latest, somebody, instead, needs, wishes, overbook);
    }

    /** The same for a visit that takes longer; null lets the orders decide. */
    public FindTimes needing(VisitNeeds more) {
        return new FindTimes(orderId, visitType, patientId, from, latest, person, instead, more, wishes, overbook);
    }

    /** The same with what the patient asks for. */
    public FindTimes wishing(Wishes asked) {
        return new FindTimes(orderId, visitType, patientId, from, latest, person, instead, needs, asked, overbook);
    }

    /** The same with the seats for deliberate overbooking; who books one says why. */
    public FindTimes overbooking() {
        return new FindTimes(orderId, visitType, patientId, from, latest, person, instead, needs, wishes, true);
    }

    /** Whether nothing narrows the search: only then does finding nothing say something about the clinic. */
    boolean isOpen() {
        return from == null && latest == null && person == null && wishes.equals(Wishes.NONE);
    }
}
