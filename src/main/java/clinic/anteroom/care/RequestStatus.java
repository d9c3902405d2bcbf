package clinic.anteroom.care;

/** States of an order, as FHIR R4 names them (ServiceRequest.status). */
public enum RequestStatus {
    /** Being written; nobody acts on it. */
    DRAFT,
    /** Signed; the desk may book it. */
    ACTIVE,
    /** Waits for something, for example a safety answer. */
    ON_HOLD,
    /** Taken back. */
    REVOKED,
    /** Done. */
    COMPLETED
}
