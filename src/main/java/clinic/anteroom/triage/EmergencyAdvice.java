package clinic.anteroom.triage;

import java.util.List;

/**
 * What a patient reads when the form stops.
 *
 * @param rules ids of the emergency rules that are met, for example {@code TW-E14} for thoughts of self-harm
 * @param words what to do now, one text a rule; never empty
 */
public record EmergencyAdvice(List<String> rules, List<String> words) {
}
