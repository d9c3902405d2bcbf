/**
 * Turns an order into a visit: who, where, with which machine, from when to when.
 *
 * <p>Words: a <em>request</em> is a doctor's order that waits for a time; an <em>appointment</em> is one patient's visit,
 * phases back to back; an <em>occupancy</em> is one resource taken for one phase, buffers included; a <em>key</em> is
 * minted with a page so that sending it twice books once.
 *
 * <p>Promises: no two live visits share a person, patient, room or machine at one moment, however many people press the
 * button together; the loser is told and shown three other times; calling a visit off frees its time in the same
 * statement; one order has at most one live visit; posted ids are never trusted.
 *
 * <p>May know: everything up to {@code care}.
 */
package clinic.anteroom.scheduling;
