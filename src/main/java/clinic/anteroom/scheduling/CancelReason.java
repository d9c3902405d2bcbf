package clinic.anteroom.scheduling;

/** Why a visit was called off; the codes are FHIR R4's appointment-cancellation-reason. */
public enum CancelReason {
    /** The patient cannot come. */
    PATIENT("pat"),
    /** The patient feels better. */
    PATIENT_FEELS_BETTER("pat-fb"),
    /** Somebody who works here cannot come. */
    PRACTITIONER("prov"),
    /** A machine or a room cannot be used. */
    MAINTENANCE("maint"),
    /** The patient could not prepare as the test needs it. */
    PREPARATION_INCOMPLETE("meds-inc"),
    /** It was booked by mistake. */
    ERROR("oth-err"),
    /** Anything else. */
    OTHER("other"),
    /** A hold came to its end. */
    HOLD_EXPIRED("other"),
    /** A hold was let go, or the next one replaced it. */
    HOLD_RELEASED("other");

    private final String fhirCode;

    CancelReason(String fhirCode) {
        this.fhirCode = fhirCode;
    }

    /** Whether somebody says it; the others are what happens to holds. */
    public boolean isSaid() {
        return this != HOLD_EXPIRED && this != HOLD_RELEASED;
    }

    /** The code of FHIR's value set; never null. */
    public String fhirCode() {
        return fhirCode;
    }
}
