package clinic.anteroom.access.proof;

/**
 * Who another sign-in says it is.
 *
 * @param issuer  whose word it is; never null
 * @param subject who it is there, for ever; never null
 * @param mail    an address the other side has checked, in lower case; null for none
 * @param twice   whether the clinic trusts the other side to have asked for two factors
 */
public record OtherPerson(String issuer, String subject, String mail, boolean twice) {
}
