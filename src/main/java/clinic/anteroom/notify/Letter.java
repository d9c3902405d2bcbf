package clinic.anteroom.notify;

/**
 * What a mail says.
 *
 * @param subject one line, no health fact; never null
 * @param text    plain text, no health fact; never null
 */
record Letter(String subject, String text) {

    /** Tells nothing: the text holds a secret. */
    @Override
    public String toString() {
        return "letter";
    }
}
