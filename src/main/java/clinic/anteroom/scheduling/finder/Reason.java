package clinic.anteroom.scheduling.finder;

/**
 * Why a time is offered, for a face to word.
 *
 * @param kind   what speaks for the time, or against it; never null
 * @param detail the name it is about, or null
 */
public record Reason(Kind kind, String detail) {

    /** What can be said about a time. */
    public enum Kind {
        /** The first time at which everybody and everything is free. */
        FIRST_OF_ALL,
        /** The first free time of its day. */
        FIRST_THAT_DAY,
        /** The patient knows the person named in the detail. */
        KNOWN_PERSON,
        /** The patient comes on this day anyway. */
        HERE_THAT_DAY,
        /** Before the order runs out. */
        IN_TIME,
        /** After the order has run out. */
        TOO_LATE
    }
}
