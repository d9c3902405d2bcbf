package clinic.anteroom.triage.rules;

/**
 * Where a rule comes from.
 *
 * @param id    its number in the document, for example {@code S5}
 * @param title what it is
 * @param grade how sure
 */
public record Source(String id, String title, Grade grade) {

    /** How sure a source makes a rule. */
    public enum Grade {
        /** Guideline text seen. */
        H,
        /** Summary, review, or several that agree. */
        M,
        /** Mapped or general knowledge. */
        L
    }
}
