package clinic.anteroom.directory;

/** What helps somebody at a visit. */
public enum Need {
    /** Comes in a wheelchair. */
    WHEELCHAIR,
    /** Takes no stairs. */
    STEP_FREE,
    /** Needs a hand to walk, undress or lie down. */
    HELP_TO_MOVE,
    /** Hears little or nothing. */
    HEARING,
    /** Sees little or nothing. */
    SIGHT,
    /** Brings a companion or carer. */
    COMPANION,
    /** Needs somebody who speaks slowly and in simple words. */
    SPEAK_SLOWLY,
    /** Has shaking or weak hands: others write. */
    CANNOT_WRITE
}
