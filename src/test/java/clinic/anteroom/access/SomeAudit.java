package clinic.anteroom.access;

import clinic.anteroom.shared.ClinicTime;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;

/** The real trail, for services that tests put together by hand. */
public final class SomeAudit {

    private SomeAudit() {
    }

    /** Writes into the transaction of these entities, for this caller. */
    public static AuditService of(EntityManager entities, SessionContext session, ClinicTime time) {
        AuditService audit = new AuditService();
        audit.entities = entities;
        audit.session = session;
        audit.time = time;
        audit.behalf = new OnBehalf();
        audit.origin = new Origin();
        return audit;
    }

    /** The same, where somebody may act for the patient. */
    public static AuditService of(EntityManager entities, SessionContext session, ClinicTime time, OnBehalf behalf) {
        AuditService audit = of(entities, session, time);
        audit.behalf = behalf;
        return audit;
    }
}
