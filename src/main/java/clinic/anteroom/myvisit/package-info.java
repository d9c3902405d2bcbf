/**
 * My visit: what a patient does about visits without an account and without the phone.
 *
 * <p>Words: a <em>code</em> (six digits) or a <em>link</em> by mail proves an address and opens a <em>session</em>; an
 * <em>invitation</em> is the right, given once, to book what was ordered; a <em>task</em> is something a patient said that
 * somebody has to look at.
 *
 * <p>Promises: an unknown address is answered like a known one; of every secret only the hash is kept; a GET uses nothing
 * up; somebody else's visit answers like one that is not there; nothing a patient writes moves a visit by itself.
 *
 * <p>May know: everything before {@code notify}.
 */
package clinic.anteroom.myvisit;
