package clinic.anteroom.scheduling;

import java.time.Instant;

/**
 * How well the clinic and a patient know each other on the day of a visit.
 *
 * @param visits earlier visits that took place
 * @param last   the last one of them; null for the first visit
 * @param missed earlier visits that the patient did not come to
 * @param usual  name of the doctor the patient saw most often, where this visit is with another doctor; null else
 */
public record Familiarity(int visits, Instant last, int missed, String usual) {
}
