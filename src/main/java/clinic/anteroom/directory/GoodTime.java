package clinic.anteroom.directory;

/** A part of the day that suits somebody. */
public enum GoodTime {
    /** Until noon. */
    MORNING,
    /** From noon to five. */
    AFTERNOON,
    /** After five. */
    EVENING
}
