/**
 * Asks a patient about a symptom, page by page, and keeps what was answered.
 *
 * <p>Words: a <em>questionnaire</em> is a document (FHIR R4 Questionnaire), its <em>pages</em> have one topic each, a
 * <em>question</em> is known by its link id ({@code TW-Q18}) for ever. A question is ANSWERED, SKIPPED, NOT_ASKED or
 * UNDECIDED; "none of these" and "I am not sure" are answers. A <em>draft</em> is a response that its patient, and only
 * who holds its <em>key</em>, still fills in. A <em>link</em> by mail opens a form in another browser and gives it a new
 * key. A <em>call</em> is one that staff should make to somebody who sent, or could not send, a form. A <em>note</em> is
 * added to a form that an emergency stopped; <em>attachments</em> are photos and short videos.
 *
 * <p>Promises: every page is saved at once; an answer to a question that is no longer asked is dropped; completing
 * twice makes one case; a completed response never changes; what was agreed to is kept word by word; a secret is kept as its
 * hash; drafts nobody goes on with are deleted; a picture is never kept as it came.
 *
 * <p>May know: {@code shared}, {@code access}, {@code directory}.
 */
package clinic.anteroom.intake;
