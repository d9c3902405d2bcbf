package clinic.anteroom.access;

/**
 * Who passed the door.
 *
 * @param username    what was typed, in lower case; never null
 * @param displayName the name colleagues read; never null
 * @param role        one of {@link Roles}
 */
public record SignedIn(String username, String displayName, String role) {
}
