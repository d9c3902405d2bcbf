package clinic.anteroom.scheduling;

/** What has to be settled before an order can be carried out. */
public enum Interlock {
    /** A device in the body and an MRI: the scan team checks the model first, and no patient books it alone (S28, S29). */
    IMPLANT,
    /** Contrast without a kidney value of the last 90 days: blood is drawn before (S38). */
    BLOOD_FIRST,
    /** A safety question of the form is open, or its answer needs a doctor; a doctor settles it, and no patient books it alone until then. */
    HOLD
}
