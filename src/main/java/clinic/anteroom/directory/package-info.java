/**
 * Who and what the clinic knows by name: patients, kinds of test, specialties.
 *
 * <p>Words: a <em>patient</em> is registered once, by the first form that is sent in; a <em>test type</em> is a kind of
 * test, never one that was ordered.
 *
 * <p>Promises: the same person sending a second form is found again by name, birth date and phone or e-mail address;
 * nothing already known is overwritten by a form; who looks at a patient leaves an audit row.
 *
 * <p>May know: {@code shared}, {@code access}.
 */
package clinic.anteroom.directory;
