package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The doctors' orders, as far as the desk reads them, and which visit answers which. */
@ApplicationScoped
class Orders {

    private static final String WAITING = """
            select id, patient_id, given_name || ' ' || family_name, birth_date, phone, code, body_site, priority,
                   authored_on, occurrence_latest
            from requests_waiting_for_a_slot""";

    private static final String TO_BOOK = """
            select id, patient_id, given_name || ' ' || family_name, birth_date, phone, code, body_site, priority,
                   authored_on, occurrence_latest
            from request_to_book
            where patient_id = cast(?1 as uuid) and (appointment_id is null or appointment_id = cast(?2 as uuid))""";

    private static final String IN_ORDER = " order by occurrence_latest nulls last, authored_on, id";

    @PersistenceContext
    EntityManager entities;

    /** Every order that waits, the one with the least time left first. */
    List<WaitingRequest> waiting() {
        return list(entities.createNativeQuery(WAITING + IN_ORDER));
    }

    /** What this patient waits for. */
    List<WaitingRequest> waitingFor(UUID patientId) {
        return waitingFor(patientId, null);
    }

    /** What this patient waits for, and what the visit {@code instead} answers, which is to be replaced; null for none. */
    List<WaitingRequest> waitingFor(UUID patientId, UUID instead) {
        return list(entities.createNativeQuery(TO_BOOK + IN_ORDER)
                .setParameter(1, patientId.toString())
                .setParameter(2, instead == null ? null : instead.toString()));
    }

    /** The order, if it waits. */
    Optional<WaitingRequest> findWaiting(UUID orderId) {
        return list(entities.createNativeQuery(WAITING + " where id = cast(?1 as uuid)").setParameter(1, orderId.toString()))
                .stream().findFirst();
    }

    /** Whether there is such an order at all. */
    boolean isOrder(UUID orderId) {
        return !entities.createNativeQuery("select 1 from service_request where id = cast(?1 as uuid)")
                .setParameter(1, orderId.toString()).getResultList().isEmpty();
    }

    /**
     * Locks the orders, so that a doctor who revokes one meanwhile waits. Refuses unless each is an active order of this
     * patient for one of these tests.
     */
    void lock(Set<UUID> orderIds, UUID patientId, Set<String> tests) {
        for (UUID orderId : orderIds.stream().sorted().toList()) {
            if (!isAnswerable(orderId, patientId, tests)) {
                throw new OrderNotBookable();
            }
        }
    }

    /** Links the orders to the visit. Refuses if one of them has a live visit already. */
    void answer(Set<UUID> orderIds, UUID appointmentId) {
        for (UUID orderId : orderIds.stream().sorted().toList()) {
            if (!link(orderId, appointmentId)) {
                throw new OrderNotBookable();
            }
        }
    }

    /** What took place is done; what did not is still to do. */
    void follow(UUID appointmentId, AppointmentStatus status) {
        entities.createNativeQuery("""
                        update service_request set status = ?2, version = version + 1
                        where status = ?3 and id in (
                            select service_request_id from appointment_request where appointment_id = cast(?1 as uuid))""")
                .setParameter(1, appointmentId.toString())
                .setParameter(2, status == AppointmentStatus.FULFILLED ? "COMPLETED" : "ACTIVE")
                .setParameter(3, status == AppointmentStatus.FULFILLED ? "ACTIVE" : "COMPLETED")
                .executeUpdate();
    }

    private boolean isAnswerable(UUID orderId, UUID patientId, Set<String> tests) {
        List<?> codes = entities.createNativeQuery("""
                        select code from service_request
                        where id = cast(?1 as uuid) and patient_id = cast(?2 as uuid) and status = 'ACTIVE'
                        for no key update""")
                .setParameter(1, orderId.toString())
                .setParameter(2, patientId.toString())
                .getResultList();
        return !codes.isEmpty() && tests.contains((String) codes.get(0));
    }

    private boolean link(UUID orderId, UUID appointmentId) {
        return entities.createNativeQuery("""
                        insert into appointment_request (appointment_id, service_request_id, live)
                        values (cast(?1 as uuid), cast(?2 as uuid), true)
                        on conflict (service_request_id) where live do nothing""")
                .setParameter(1, appointmentId.toString())
                .setParameter(2, orderId.toString())
                .executeUpdate() == 1;
    }

    private static List<WaitingRequest> list(Query query) {
        return Rows.of(query).stream().map(Orders::waitingRequest).toList();
    }

    private static WaitingRequest waitingRequest(Object[] row) {
        return new WaitingRequest(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.date(row[3]), (String) row[4],
                (String) row[5], (String) row[6], (String) row[7], Rows.instant(row[8]), Rows.instant(row[9]));
    }
}
