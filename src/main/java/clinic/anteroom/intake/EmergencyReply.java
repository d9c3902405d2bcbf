package clinic.anteroom.intake;

/** What a patient said after reading that this is an emergency. */
public enum EmergencyReply {

    /** Help was called. */
    HAS_CALLED,

    /** Help cannot be called: the clinic has to do it. */
    CANNOT_CALL
}
