package clinic.anteroom.triage.rules;

/** How strongly a rule proposes a test, the weakest first (content document 1.2). */
public enum Strength {
    /** Only if the doctor agrees after an examination. */
    CONSIDER,
    /** The doctor considers it now. */
    FLAG,
    /** Will be decided in hospital; never booked here. */
    HOSPITAL
}
