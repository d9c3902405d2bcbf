package clinic.anteroom.intake;

/**
 * One answer that a question offers.
 *
 * @param code      what rules read, for example {@code YES_CANT_DO}; never null
 * @param label     what the patient reads; never null
 * @param exclusive whether it excludes all others of a MULTI question, like {@code NONE} and {@code UNSURE}
 */
public record Option(String code, String label, boolean exclusive) {
}
