/**
 * Letters, after the fact: what leaves the house in writing.
 *
 * <p>Words: a <em>communication</em> is one letter to one address (FHIR: Communication); the <em>outbox</em> holds those
 * that should leave, written in the transaction of what they are about; a <em>rung</em> is a reminder so many days before.
 *
 * <p>Promises: no letter is lost, none that is false leaves, and none has its effect twice; a letter holds date, time,
 * place, the clinic, its phone and a link, never a health fact; the secret of a link is made when its letter is written and
 * is kept nowhere else; without a mail server letters lie in the data folder, and without that they wait.
 *
 * <p>May know: everything before {@code fhir} and {@code web}.
 */
package clinic.anteroom.notify;
