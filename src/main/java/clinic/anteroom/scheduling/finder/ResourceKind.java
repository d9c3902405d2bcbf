package clinic.anteroom.scheduling.finder;

/** Who or what can be busy, by its FHIR name. */
public enum ResourceKind {
    /** The person the visit is for. */
    PATIENT,
    /** Somebody who works here. */
    PRACTITIONER,
    /** A room. */
    LOCATION,
    /** A machine. */
    DEVICE
}
