package clinic.anteroom.access;

/** What was done, in the words of FHIR's AuditEvent.action. */
public enum AuditedAction {
    /** Somebody looked. */
    VIEW,
    /** Something new was written. */
    CREATE,
    /** Something was changed. */
    UPDATE,
    /** Something was destroyed for good. */
    DELETE,
    /** Something was worked out and not kept. */
    EXECUTE
}
