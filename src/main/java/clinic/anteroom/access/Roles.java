package clinic.anteroom.access;

/** What an account may do. The names stand in annotations, in {@code web.xml} and in the table of accounts. */
public final class Roles {

    /** Reads cases, decides on flags, orders tests. */
    public static final String DOCTOR = "DOCTOR";

    /** Books what was ordered; reads no answers. */
    public static final String RECEPTIONIST = "RECEPTIONIST";

    /** Sets up the clinic; reads no answers and books nothing. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Another program: acts as the desk where visits are concerned, and may ask the rules about answers it brings along. */
    public static final String INTEGRATOR = "INTEGRATOR";

    private Roles() {
    }
}
