package clinic.anteroom.access;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Before the first service of a transaction reads anything, the database is told for whom: row-level policies (migration 261) then leave
 * out what its patient has locked. Stands before every service by {@code WEB-INF/ejb-jar.xml}, so that no door can forget it.
 */
public class LockBox {

    private static final String TOLD = LockBox.class.getName();

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private AuditService audit;

    /** Once a transaction. */
    @AroundInvoke
    public Object introduce(InvocationContext call) throws Exception {
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE && transaction.getResource(TOLD) == null) {
            transaction.putResource(TOLD, TOLD);
            audit.introduce();
        }
        return call.proceed();
    }
}
