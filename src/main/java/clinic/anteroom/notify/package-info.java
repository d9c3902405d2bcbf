/**
 * Mail, after the fact: what leaves the house in writing.
 *
 * <p>Words: a <em>communication</em> is one mail to one address (FHIR: Communication); the <em>outbox</em> holds those
 * that should leave, written in the transaction of what they are about.
 *
 * <p>Promises: no mail is lost and none leaves twice with effect; a mail holds the reference, the clinic, its phone and a
 * link, never a health fact; the secret of a link is made when its mail is written and is kept nowhere; without a mail
 * server nothing is sent and nothing is lost.
 *
 * <p>May know: everything before {@code web}.
 */
package clinic.anteroom.notify;
