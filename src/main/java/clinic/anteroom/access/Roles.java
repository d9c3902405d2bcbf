package clinic.anteroom.access;

/** What an account may do. The names stand in annotations, in {@code web.xml} and in the table of accounts. */
public final class Roles {

    /** Reads cases, decides on flags, orders tests. */
    public static final String DOCTOR = "DOCTOR";

    /** Books what was ordered; reads no answers. */
    public static final String RECEPTIONIST = "RECEPTIONIST";

    private Roles() {
    }
}
