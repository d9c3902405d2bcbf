package clinic.anteroom.notify;

/**
 * What a letter says.
 *
 * @param subject  one line, no health fact; never null
 * @param text     plain text, no health fact; never null
 * @param calendar a calendar file that goes with it; null for none
 */
record Letter(String subject, String text, String calendar) {

    Letter(String subject, String text) {
        this(subject, text, null);
    }

    /** The same with a calendar file. */
    Letter with(String file) {
        return new Letter(subject, text, file);
    }

    /** Tells nothing: the text holds a secret. */
    @Override
    public String toString() {
        return "letter";
    }
}
