/**
 * The doctor's face: the list of cases by the time that is left, and one case with its flags, where each is confirmed or
 * dismissed.
 *
 * <p>Promises: a suggestion never looks like an order; every flag shows its rule, its version and the very answers.
 *
 * <p>May know: {@code web.shell} and every feature.
 */
package clinic.anteroom.web.doctor;
