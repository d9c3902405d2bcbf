package clinic.anteroom.intake;

/** What kind of answer a question takes. */
public enum QuestionType {

    /** One of the options. */
    SINGLE,

    /** One or more of the options. */
    MULTI,

    /** A number in the question's unit. */
    NUMBER,

    /** A whole number from 0 to 10, or what the question's limits say. */
    SCALE,

    /** A day, not in the future. */
    DATE,

    /** Yes or no. */
    YES_NO,

    /** Free text. */
    TEXT;

    /** Whether answers are picked from options. */
    public boolean hasOptions() {
        return this == SINGLE || this == MULTI;
    }
}
