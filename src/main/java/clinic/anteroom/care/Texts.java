package clinic.anteroom.care;

/** What people type beside a decision. */
final class Texts {

    static final int LONGEST = 2000;

    private Texts() {
    }

    /**
     * The text without spaces around it; null if there is none.
     *
     * @throws DecisionRefused if it is needed and missing, or longer than 2000 characters
     */
    static String of(String field, String typed, boolean needed) {
        String text = typed == null ? "" : typed.strip();
        if (needed && text.isEmpty()) {
            throw new DecisionRefused(field, "refusal." + field + "_missing");
        }
        if (text.length() > LONGEST) {
            throw new DecisionRefused(field, "refusal.text_too_long", LONGEST);
        }
        return text.isEmpty() ? null : text;
    }
}
