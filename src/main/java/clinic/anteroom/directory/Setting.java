package clinic.anteroom.directory;

/** What a clinic sets itself. The names stand in the database. */
public enum Setting {
    /** What the clinic is called. */
    CLINIC_NAME,
    /** Where patients call. */
    CLINIC_PHONE,
    /** The emergency number of the place. */
    CLINIC_EMERGENCY,
    /** The suicide crisis line. */
    CLINIC_CRISIS,
    /** The poison centre. */
    CLINIC_POISON,
    /** A sentence of the clinic's own on the emergency page. */
    CLINIC_EMERGENCY_NOTE,
    /** The online form is switched off: true or false. */
    INTAKE_SUSPENDED,
    /** Most forms a day. */
    INTAKE_DAILY_CAP,
    /** What the clinic says beside the online form. */
    INTAKE_MESSAGE,
    /** Days a draft is kept. */
    INTAKE_DRAFT_DAYS,
    /** When the online form is open; a list of its own, here for the trail only. */
    INTAKE_HOURS
}
