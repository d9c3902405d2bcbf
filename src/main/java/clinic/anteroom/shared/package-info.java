/**
 * What every feature needs and no feature owns: the clinic's clock and zone, ranges of time, refusals, ids, hashes and the
 * languages patients read.
 *
 * <p>Words: an <em>instant</em> is a moment everywhere on earth; <em>wall time</em> is what the clock in the waiting
 * room shows. Inside the house there are instants only.
 *
 * <p>Promises: no class here reads the system clock except {@link clinic.anteroom.shared.ClinicTime}.
 *
 * <p>May know: nothing of ours.
 */
package clinic.anteroom.shared;
