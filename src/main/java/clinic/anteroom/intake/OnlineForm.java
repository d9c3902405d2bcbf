package clinic.anteroom.intake;

/**
 * Whether patients may begin a form themselves now.
 *
 * @param open    whether they may
 * @param why     HOURS, CAP or SUSPENDED; null while it is open
 * @param message what the clinic says about it in its own words; null if it says nothing
 */
public record OnlineForm(boolean open, Why why, String message) {

    /** Why it is closed. */
    public enum Why {
        /** Outside the hours the clinic has set. */
        HOURS,
        /** As many forms came today as the clinic can read. */
        CAP,
        /** The clinic has switched it off. */
        SUSPENDED
    }

    static OnlineForm closed(Why why, String message) {
        return new OnlineForm(false, why, message);
    }
}
