package clinic.anteroom.scheduling;

/** Why a visit was called off; the codes are FHIR R4's appointment-cancellation-reason. */
public enum CancelReason {
    /** The patient cannot come. */
    PATIENT("pat"),
    /** The patient feels better. */
    PATIENT_FEELS_BETTER("pat-fb"),
    /** The patient has no way to come. */
    PATIENT_TRANSPORT("pat-lt"),
    /** The patient has moved away. */
    PATIENT_MOVED("pat-mv"),
    /** The patient goes somewhere else. */
    PATIENT_ELSEWHERE("pat-uwo"),
    /** The patient is pregnant, and the test can wait. */
    PATIENT_PREGNANT("pat-preg"),
    /** The patient has died. */
    PATIENT_DIED("pat-dec"),
    /** The patient took another time from the wait list. */
    FROM_WAIT_LIST("pat-swl"),
    /** Somebody who works here cannot come. */
    PRACTITIONER("prov"),
    /** A machine or a room cannot be used. */
    MAINTENANCE("maint"),
    /** A room is needed for something else. */
    ROOM("oth-room"),
    /** Nobody who speaks the patient's language is there. */
    INTERPRETER("oth-int"),
    /** Snow, ice, a storm. */
    WEATHER("oth-weath"),
    /** The patient could not prepare as the test needs it. */
    PREPARATION_INCOMPLETE("meds-inc"),
    /** Results or medication that the test needs are not there. */
    RESULTS_MISSING("oth-mu"),
    /** Blood values do not allow the test. */
    BLOOD_VALUES("prov-labs"),
    /** The questions before a scan say that it must not be. */
    SCREENING("prov-mna"),
    /** It is not paid for. */
    FINANCIAL("oth-fin"),
    /** The order was wrong. */
    ORDER_ERROR("oth-oerr"),
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
