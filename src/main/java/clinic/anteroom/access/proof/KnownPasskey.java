package clinic.anteroom.access.proof;

/**
 * What is kept of a passkey.
 *
 * @param id        credential id in base64url; never null
 * @param publicKey attested credential data in base64 (Web Authentication level 2, section 6.5.1); never null
 * @param signCount how often it has signed, as it last said; 0 where it does not count
 */
public record KnownPasskey(String id, String publicKey, long signCount) {
}
