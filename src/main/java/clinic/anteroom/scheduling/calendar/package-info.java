/**
 * Writes visits as calendar files (RFC 5545), by hand: six lines an event need no library.
 *
 * <p>Words: an <em>event</em> is a visit as a calendar shows it, with the same id for ever and a number that rises with
 * each change.
 *
 * <p>Promises: times are moments in UTC, so no reader has to know a zone; lines are folded at 75 bytes and never inside a
 * letter; an event tells when and where, never why.
 *
 * <p>May know: {@code shared}.
 */
package clinic.anteroom.scheduling.calendar;
