/**
 * Reads what a patient answered with the rules in force, stops a form that means an emergency, and raises flags for the
 * doctor, each with the rule, its version and the answers that made it.
 *
 * <p>Words: a <em>flag</em> is a test that rules propose; nothing is ordered by it. An <em>evaluation</em> is all that a
 * rule set said about one form (FHIR: GuidanceResponse). A <em>hold</em> is a flag that waits for a safety question.
 *
 * <p>A rule set is a draft, in review, approved by two people who did not put it up, active from a moment, retired; the one
 * in force when a form was sent in reads it. Its test cases lie beside it. The steps of a flag's life are only added to.
 *
 * <p>Promises: an evaluation is kept with its rule set, answers and date, and running it again gives the same bytes; a
 * flag is decided once, a rejected one keeps its reason; a form whose rules fail is looked at by hand, never lost; no
 * patient reads the name of a disease as a result.
 *
 * <p>May know: {@code shared}, {@code access}, {@code directory}, {@code intake}.
 */
package clinic.anteroom.triage;
