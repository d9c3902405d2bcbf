/**
 * The desk's pages: orders that wait, a time for one of them, a visit, the day.
 *
 * <p>Promises: nothing changes on a GET; a page sent twice books once; whoever is second reads it and sees other times.
 *
 * <p>May know: the features and {@code web.shell}; no other face.
 */
package clinic.anteroom.web.reception;
