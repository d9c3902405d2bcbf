package clinic.anteroom.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Counts what is sent to {@link TestDatabase}: a page that asks once more for each row is slow only where nobody looks. */
public final class SqlCalls extends SessionEventAdapter implements AutoCloseable {

    private final AtomicInteger calls = new AtomicInteger();
    private final ServerSession session = TestDatabase.entities().unwrap(ServerSession.class);

    /** Counts from now on, until it is closed. */
    public SqlCalls() {
        session.getEventManager().addListener(this);
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        calls.incrementAndGet();
    }

    /** Statements sent so far. */
    public int count() {
        return calls.get();
    }

    @Override
    public void close() {
        session.getEventManager().removeListener(this);
    }
}
