package clinic.anteroom.intake;

/** How it went since the form was sent in, in the patient's eyes. */
public enum Course {

    /** Better, or over. */
    BETTER,

    /** About the same. */
    SAME,

    /** It was better and came back: of a calf that was "only strained" that is as good as worse (CL-R05). */
    CAME_BACK,

    /** Worse, or something new. */
    WORSE;

    /** Whether somebody has to speak to the patient within the day. */
    public boolean needsCall() {
        return this == CAME_BACK || this == WORSE;
    }
}
