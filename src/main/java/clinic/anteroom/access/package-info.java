/**
 * Who is signed in, in which role, and the trail of who saw and who changed what.
 *
 * <p>Words: an <em>account</em> is how a member of staff signs in; a <em>role</em> is what that account may do here.
 * A <em>sign-in</em> is whole when two factors were shown: password and device, or a passkey. {@code access.proof} computes what proves.
 * Patients have no account. A <em>client</em> is another program; it signs in with a <em>token</em>.
 *
 * <p>Promises: a password is kept only as the platform's PBKDF2 hash; the secret of a device is sealed; recovery never skips the second factor;
 * a closed account, another role or password ends every sign-in at the next request; guessing slows the guesser and keeps no
 * owner out; the audit row stands in the same transaction as what it tells of, and holds no health fact.
 *
 * <p>May know: {@code shared}.
 */
package clinic.anteroom.access;
