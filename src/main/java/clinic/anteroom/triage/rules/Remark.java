package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import java.util.List;

/**
 * Something an author should know about a rule document.
 *
 * @param kind     what it is
 * @param rules    ids of the rules it is about; empty if it is about the document
 * @param sentence what it is, with the names it is about; never blank
 * @param witness  a sample patient who shows it; null only where none can exist or the search was not decided
 */
public record Remark(Kind kind, List<String> rules, String sentence, Answers witness) {

    /** How serious it is. */
    public enum Severity {
        /** The version cannot become active. */
        ERROR,
        /** Needs an answer by the author. */
        WARNING,
        /** For information: often meant so. */
        NOTE
    }

    /** What can be remarked. */
    public enum Kind {
        /** No patient ever makes the rule true. The witness is as near as one gets. */
        NEVER_TRUE(Severity.ERROR),
        /** Every complete form makes the rule true. */
        ALWAYS_TRUE(Severity.ERROR),
        /** A small mistake in a changed rule that this patient would feel and no test case notices. */
        MISTAKE_UNNOTICED(Severity.ERROR),
        /** Whenever it is true, another rule raises the same with the same urgency. */
        REDUNDANT(Severity.WARNING),
        /** Whenever it is true, another rule raises the same and is more urgent: this urgency is never heard. */
        URGENCY_NEVER_HEARD(Severity.WARNING),
        /** A complete form that no rule gives an urgency. */
        GAP(Severity.WARNING),
        /** An option that no rule reads, of a question that rules read. */
        OPTION_UNREAD(Severity.WARNING),
        /** The budget was used up: this is no pass. */
        NOT_DECIDED(Severity.WARNING),
        /** Two rules raise the same test for one patient with different urgency; the more urgent one counts. */
        OVERLAP(Severity.NOTE),
        /** Two rules with one urgency raise the same test for one patient with different strength. */
        STRENGTH_CLASH(Severity.NOTE),
        /** Two rules with one urgency send one patient to different specialties. */
        SPECIALTY_CLASH(Severity.NOTE);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** How serious it is. */
        public Severity severity() {
            return severity;
        }
    }

    /** How serious it is. */
    public Severity severity() {
        return kind.severity();
    }
}
