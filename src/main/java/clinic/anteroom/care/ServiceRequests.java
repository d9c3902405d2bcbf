package clinic.anteroom.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The orders of the house. */
@ApplicationScoped
class ServiceRequests {

    @PersistenceContext
    private EntityManager entities;

    void add(ServiceRequest request) {
        entities.persist(request);
    }

    List<ServiceRequest> ofResponse(UUID responseId) {
        return entities.createQuery("select r from ServiceRequest r where r.responseId = :response order by r.authoredOn, r.code", ServiceRequest.class)
                .setParameter("response", responseId)
                .getResultList();
    }
}
