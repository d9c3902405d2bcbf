package clinic.anteroom.access;

import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Looks that were refused. What refused them was rolled back, so each is written in a transaction of its own: who, what kind, which id. The row
 * stands in the trail of the patient whose record it was for, also when it was locked away from who asked.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefusedLookService {

    /** The kind of an id that names nothing. */
    public static final String UNKNOWN = "Unknown";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditService audit;

    /**
     * Writes one row for each id that was asked for.
     *
     * @param ids      as they came; never null
     * @param stranger whether nobody is signed in: ids that name nothing leave no row then, so that guessing does not fill the trail
     */
    public void refused(AuditedAction action, Collection<UUID> ids, boolean stranger) {
        for (UUID id : ids) {
            List<Object[]> found = Rows.of(entities.createNativeQuery("select kind, patient from record_of(?1)").setParameter(1, id));
            if (!found.isEmpty()) {
                audit.refused(action, (String) found.get(0)[0], id, found.get(0)[1] == null ? null : Rows.id(found.get(0)[1]));
            } else if (!stranger) {
                audit.refused(action, UNKNOWN, id, null);
            }
        }
    }
}
