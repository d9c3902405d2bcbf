/**
 * The privacy officer's pages: who looked, whose records somebody touched, the seals over the trail, locks.
 *
 * <p>Promises: they show who and when and which kind, and no health fact unless a record is handed out.
 *
 * <p>May know: {@code shared} to {@code privacy}, and {@code web.shell}.
 */
package clinic.anteroom.web.privacy;
