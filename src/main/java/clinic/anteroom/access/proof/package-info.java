/**
 * What proves who somebody is, computed and checked: the six digits of a device, recovery codes, passkeys, the word of another sign-in. No
 * account and no table is known here.
 *
 * <p>May know: {@code shared}.
 */
package clinic.anteroom.access.proof;
