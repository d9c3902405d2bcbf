/**
 * The rules a clinic reads answers with: what a rule document says, and what it says about one set of answers.
 *
 * <p>Words: a <em>condition</em> is one question, one operator, one constant; a <em>definition</em> is a named tree of
 * conditions; a <em>rule</em> has such a tree, what it raises, its words, its sources and what to do while it is
 * unknown; a <em>finding</em> is a rule that is true or unknown, with the answers that made it so.
 *
 * <p>Promises: the same rule set, answers and date give the same evaluation, byte for byte; a question left out is
 * never "no"; what is true or false stays so when a missing answer comes in, unless the rule asks whether something was
 * answered; a rule that throws becomes a finding, never a lost form. Nothing here reads a clock, a database or a locale.
 *
 * <p>May know: {@code shared} and {@code intake}. Only the readers know JSON-P.
 */
package clinic.anteroom.triage.rules;
