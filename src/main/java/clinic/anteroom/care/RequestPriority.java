package clinic.anteroom.care;

/** How soon, as FHIR R4 names it (ServiceRequest.priority); the exact latest date stands beside it. */
public enum RequestPriority {
    /** In the ordinary course. */
    ROUTINE,
    /** Within two weeks: what NICE NG127 calls an urgent referral. */
    URGENT,
    /** Within a day. */
    ASAP,
    /** Now. */
    STAT;

    /**
     * The priority that carries out an urgency of triage.
     *
     * @param urgency EMERGENCY, URGENT, SOON, ROUTINE or SELF_CARE, as the clinical conventions (1.1) name them
     */
    public static RequestPriority of(String urgency) {
        return switch (urgency) {
            case "EMERGENCY" -> STAT;
            case "URGENT" -> ASAP;
            case "SOON" -> URGENT;
            default -> ROUTINE;
        };
    }
}
