package clinic.anteroom.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders of the house. */
@ApplicationScoped
class ServiceRequests {

    private static final int LONGEST_LIST = 1000;

    @PersistenceContext
    private EntityManager entities;

    void add(ServiceRequest request) {
        entities.persist(request);
    }

    /** Writes down what changed so far, before something else takes its place. */
    void flush() {
        entities.flush();
    }

    Optional<ServiceRequest> find(UUID id) {
        return Optional.ofNullable(entities.find(ServiceRequest.class, id));
    }

    /** The order that stands for a flag. */
    Optional<ServiceRequest> standingFor(UUID flagId) {
        return entities.createQuery("select r from ServiceRequest r where r.testFlagId = :flag and r.status <> :revoked", ServiceRequest.class)
                .setParameter("flag", flagId).setParameter("revoked", RequestStatus.REVOKED).getResultStream().findFirst();
    }

    /** Whether a visit answers it; the row is locked, so who books at this moment waits and is refused. */
    boolean isBooked(UUID id) {
        entities.createNativeQuery("select id from service_request where id = ?1 for update").setParameter(1, id).getResultList();
        return !entities.createNativeQuery("select 1 from appointment_request where service_request_id = ?1 and live")
                .setParameter(1, id).getResultList().isEmpty();
    }

    List<ServiceRequest> ofResponse(UUID responseId) {
        return entities.createQuery("select r from ServiceRequest r where r.responseId = :response order by r.authoredOn, r.code", ServiceRequest.class)
                .setParameter("response", responseId)
                .getResultList();
    }

    /** Those that fit, the newest first, at most 1000. */
    List<ServiceRequest> like(OrderQuery query) {
        TypedQuery<ServiceRequest> found = entities.createQuery("select r from ServiceRequest r where "
                + conditions(query) + " order by r.authoredOn desc, r.id", ServiceRequest.class).setMaxResults(LONGEST_LIST);
        set(found, "id", query.id());
        set(found, "patientId", query.patientId());
        set(found, "status", query.status());
        set(found, "code", query.test());
        return found.getResultList();
    }

    private static String conditions(OrderQuery query) {
        List<String> conditions = new ArrayList<>();
        add(conditions, "id", query.id());
        add(conditions, "patientId", query.patientId());
        add(conditions, "status", query.status());
        add(conditions, "code", query.test());
        return String.join(" and ", conditions);
    }

    private static void add(List<String> conditions, String field, Object value) {
        if (value != null) {
            conditions.add("r." + field + " = :" + field);
        }
    }

    private static void set(TypedQuery<ServiceRequest> query, String field, Object value) {
        if (value != null) {
            query.setParameter(field, value);
        }
    }
}
