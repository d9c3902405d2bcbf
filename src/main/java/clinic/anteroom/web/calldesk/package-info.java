/**
 * The pages of a central call desk: free times of everybody, and booking one for whoever is on the phone.
 *
 * <p>Promises: they show no patient, no visit but the one just booked, and no list; a caller who is known is treated like one who is not.
 *
 * <p>May know: {@code shared} to {@code scheduling}, and {@code web.shell}.
 */
package clinic.anteroom.web.calldesk;
