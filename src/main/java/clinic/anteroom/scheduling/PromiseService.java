package clinic.anteroom.scheduling;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** One try at keeping the promised wall times, in a transaction of its own. */
@Stateless
@PermitAll // Called by the clock, which has no caller.
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PromiseService {

    @Inject
    PromisedTimes promised;

    @Resource
    SessionContext session;

    /** All visits ahead but these keep their wall time, or nothing is changed; returns those in whose place somebody stands. */
    public Set<UUID> keep(Set<UUID> but) {
        Set<UUID> stuck = promised.keep(but);
        if (!stuck.isEmpty()) {
            session.setRollbackOnly();
        }
        return stuck;
    }
}
