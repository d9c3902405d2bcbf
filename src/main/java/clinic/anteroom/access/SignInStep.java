package clinic.anteroom.access;

/**
 * How far somebody has come at the staff door.
 *
 * @param key  what the browser keeps; never null, told once
 * @param next what has to follow
 */
public record SignInStep(String key, Next next) {

    /** What has to follow. */
    public enum Next {
        /** Nothing: they are in. */
        IN,
        /** The second factor. */
        CODE,
        /** A second factor has to be set up. */
        SET_UP
    }
}
