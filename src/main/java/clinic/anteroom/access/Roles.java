package clinic.anteroom.access;

import java.util.List;
import java.util.Set;

/** What an account may do. The names stand in annotations, in {@code web.xml} and in the table of accounts. */
public final class Roles {

    /** Reads cases, decides on flags, orders tests. */
    public static final String DOCTOR = "DOCTOR";

    /** A doctor who also answers for the rules: every director is signed in as a doctor as well. */
    public static final String MEDICAL_DIRECTOR = "MEDICAL_DIRECTOR";

    /** Books what was ordered; reads no answers. */
    public static final String RECEPTIONIST = "RECEPTIONIST";

    /** Sets up the clinic; reads no answers and books nothing. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Answers for who saw what; reads the trail, decides about nothing in a case. */
    public static final String PRIVACY_OFFICER = "PRIVACY_OFFICER";

    /** Another program: acts as the desk where visits are concerned, and may ask the rules about answers it brings along. */
    public static final String INTEGRATOR = "INTEGRATOR";

    /** Books for whoever calls; sees free times, and reads nothing about anybody. */
    public static final String CALL_DESK = "CALL_DESK";

    /** Those an account of a person may have. */
    public static final List<String> OF_PEOPLE = List.of(RECEPTIONIST, CALL_DESK, DOCTOR, MEDICAL_DIRECTOR, ADMINISTRATOR, PRIVACY_OFFICER);

    private Roles() {
    }

    /** The roles an account acts in: its own, and those it includes. */
    public static Set<String> heldBy(String role) {
        return role.equals(MEDICAL_DIRECTOR) ? Set.of(MEDICAL_DIRECTOR, DOCTOR) : Set.of(role);
    }
}
