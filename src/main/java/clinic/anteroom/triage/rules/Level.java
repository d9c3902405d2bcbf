package clinic.anteroom.triage.rules;

/** The order in which rules are asked; a rule may ask about earlier levels only. */
public enum Level {
    /** Emergency: the form stops. */
    E,
    /** Urgent: today. */
    U,
    /** Soon: within 14 days. */
    S,
    /** Routine. */
    R,
    /** Care at home. */
    C,
    /** Missing, unsure and contradicting answers. The only level that may ask whether something was answered. */
    M,
    /** Suppression of tests, and notes to tests. */
    X,
    /** Warnings that go with a test. */
    W
}
