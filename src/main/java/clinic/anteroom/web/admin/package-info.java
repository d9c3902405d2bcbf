/**
 * The administrator's face: how the clinic is set up.
 *
 * <p>Promises: every change is validated beside its field, takes effect at once, and stays in the trail with what stood
 * there before.
 *
 * <p>May know: {@code web.shell} and every feature.
 */
package clinic.anteroom.web.admin;
