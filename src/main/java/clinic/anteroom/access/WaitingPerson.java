package clinic.anteroom.access;

/**
 * Who has shown the password and not yet the second factor.
 *
 * @param displayName the name colleagues read; never null
 * @param next        {@code CODE} or {@code SET_UP}
 * @param device      whether there is a device that shows codes
 * @param passkey     whether there is a passkey
 */
public record WaitingPerson(String displayName, SignInStep.Next next, boolean device, boolean passkey) {
}
