package clinic.anteroom.notify;

/** How a letter travels. */
public enum Channel {
    /** By mail, with a calendar file where there is a visit. */
    EMAIL,
    /** As a text message to a phone. */
    SMS
}
