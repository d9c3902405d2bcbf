/**
 * The patient's face: begin, answer page by page, read what to do in an emergency, check, send in, read what is next;
 * finish later, open a mailed link, keep a copy.
 *
 * <p>Words: the <em>key</em> of a form lives in a cookie, that of a caller's form in the session of who types it;
 * the address of a page names the page and nothing else.
 *
 * <p>Promises: no page knows a question by its name; every page is saved when it is left; Back works; a session that
 * ends loses nothing that was sent, nor what was typed where scripts run; every page works without scripts; looking changes
 * nothing; no page promises what nobody does.
 *
 * <p>May know: everything before {@code web}, and {@code web.shell}.
 */
package clinic.anteroom.web.patient;
