package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What stands between an order and its visit. */
@ApplicationScoped
class Interlocks {

    @PersistenceContext
    EntityManager entities;

    /** What has to be settled before these orders can be carried out. */
    Set<Interlock> of(Set<UUID> orderIds) {
        Set<Interlock> interlocks = EnumSet.noneOf(Interlock.class);
        for (UUID orderId : orderIds) {
            interlocks.addAll(read(entities.createNativeQuery("select interlock from order_interlock where service_request_id = cast(?1 as uuid)")
                    .setParameter(1, orderId.toString())));
        }
        return interlocks;
    }

    /** Refuses with {@link VisitNotPossible} what these orders forbid: contrast before blood, a patient who books around an implant. */
    void check(Set<UUID> orderIds, UUID patientId, Booker booker, Instant start) {
        Set<Interlock> interlocks = of(orderIds);
        if (booker == Booker.PATIENT) {
            refuse(interlocks);
        }
        if (interlocks.contains(Interlock.BLOOD_FIRST) && !hasBloodBefore(patientId, start)) {
            throw VisitNotPossible.bloodFirst();
        }
    }

    /** What stands between the orders that a visit answers and the visit. */
    Set<Interlock> ofVisit(UUID appointmentId) {
        return of(ordersOf(appointmentId));
    }

    private static void refuse(Set<Interlock> interlocks) {
        if (interlocks.contains(Interlock.IMPLANT)) {
            throw VisitNotPossible.implant();
        }
        if (interlocks.contains(Interlock.HOLD)) {
            throw VisitNotPossible.onHold();
        }
    }

    /** The same for the orders that a visit answers already. */
    void checkMove(UUID appointmentId, UUID patientId, Booker booker, Instant start) {
        check(ordersOf(appointmentId), patientId, booker, start);
    }

    private Set<UUID> ordersOf(UUID appointmentId) {
        return Set.copyOf(Rows.ids(entities.createNativeQuery(
                        "select service_request_id from appointment_request where appointment_id = cast(?1 as uuid) and live")
                .setParameter(1, appointmentId.toString())));
    }

    private boolean hasBloodBefore(UUID patientId, Instant start) {
        return !entities.createNativeQuery("""
                        select 1 from appointment a join visit_type_test t on t.visit_type = a.visit_type and t.test = 'BLOOD'
                        where a.patient_id = cast(?1 as uuid) and a.live and a.expires_at is null
                          and a.ends_at between now() - interval '90 days' and cast(?2 as timestamptz)""")
                .setParameter(1, patientId.toString())
                .setParameter(2, start.toString())
                .getResultList().isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Set<Interlock> read(Query query) {
        Set<Interlock> interlocks = EnumSet.noneOf(Interlock.class);
        query.getResultList().forEach(name -> interlocks.add(Interlock.valueOf((String) name)));
        return interlocks;
    }
}
