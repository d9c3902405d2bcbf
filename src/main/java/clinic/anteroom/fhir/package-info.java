/**
 * The open door: what other programs read and do here, in FHIR R4, JSON or XML, at {@code /fhir}.
 *
 * <p>Words: FHIR's own. A <em>searchset</em> is the answer to a search; an <em>outcome</em> is FHIR's OperationOutcome,
 * which says what is wrong; a <em>proposal</em> is an Appointment that nobody has stored: its id tells patient, start and
 * kind of visit.
 *
 * <p>Promises: everything goes through the services that the pages use, with the same roles, constraints and audit rows;
 * nothing is in the CapabilityStatement that does not work; a wrong id and somebody else's id answer alike; no session, no
 * cookie, no cache; a refusal names what is in the way.
 *
 * <p>May know: everything up to {@code scheduling}; not {@code web}.
 */
package clinic.anteroom.fhir;
