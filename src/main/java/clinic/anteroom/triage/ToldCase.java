package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Urgency;
import java.util.List;

/**
 * A test case of a rule set, for people.
 *
 * @param number   its place among the cases that can be read, from 0
 * @param rule     the rule it is about
 * @param is       what that rule must come to
 * @param why      what is special about this patient
 * @param urgency  that must come out
 * @param tests    that must be flagged, as codes
 * @param answers  of the patient
 * @param failures what does not come out; empty if the case holds
 */
public record ToldCase(int number, String rule, Truth is, String why, Urgency urgency, List<String> tests, Answers answers, List<String> failures) {
}
