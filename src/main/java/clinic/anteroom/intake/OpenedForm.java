package clinic.anteroom.intake;

/**
 * A form that a mailed link has opened.
 *
 * @param key     its new key; never null
 * @param purpose what the link was for; never null
 */
public record OpenedForm(String key, LinkPurpose purpose) {
}
