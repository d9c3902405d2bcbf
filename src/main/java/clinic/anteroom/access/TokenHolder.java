package clinic.anteroom.access;

import java.util.Set;

/**
 * The program that a token belongs to.
 *
 * @param client its name, for example {@code referral-hub}; never null
 * @param role   DOCTOR, RECEPTIONIST or INTEGRATOR; never null
 */
public record TokenHolder(String client, String role) {

    /** What the audit trail calls it: no account of a person can have this name. */
    public String caller() {
        return "client:" + client;
    }

    /** The roles it acts in: an integrator books like the desk. */
    public Set<String> roles() {
        return role.equals(Roles.INTEGRATOR) ? Set.of(Roles.INTEGRATOR, Roles.RECEPTIONIST) : Set.of(role);
    }
}
