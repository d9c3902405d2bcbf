package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.QuestionType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a condition compares an answer with its constant. There are no others: no text, no arithmetic. */
public enum Operator {
    /** Yes or no. */
    IS("is", EnumSet.of(QuestionType.YES_NO)),
    /** The one option picked is one of these. */
    IN("in", EnumSet.of(QuestionType.SINGLE)),
    /** At least one of these is ticked. */
    HAS_ANY("hasAny", EnumSet.of(QuestionType.MULTI)),
    /** All of these are ticked. */
    HAS_ALL("hasAll", EnumSet.of(QuestionType.MULTI)),
    /** None of these is ticked, though something is; or the question is not asked. */
    HAS_NONE("hasNone", EnumSet.of(QuestionType.MULTI)),
    /** Nothing but these is ticked. */
    ONLY("only", EnumSet.of(QuestionType.MULTI)),
    /** Smaller than. */
    LT("lt", EnumSet.of(QuestionType.NUMBER, QuestionType.SCALE)),
    /** Smaller than or equal to. */
    LE("le", EnumSet.of(QuestionType.NUMBER, QuestionType.SCALE)),
    /** Greater than. */
    GT("gt", EnumSet.of(QuestionType.NUMBER, QuestionType.SCALE)),
    /** Greater than or equal to. */
    GE("ge", EnumSet.of(QuestionType.NUMBER, QuestionType.SCALE)),
    /** Between two numbers, both ends inside. */
    BETWEEN("between", EnumSet.of(QuestionType.NUMBER, QuestionType.SCALE)),
    /** On this day or later. */
    ON_OR_AFTER("onOrAfter", EnumSet.of(QuestionType.DATE)),
    /** Earlier than this day. */
    BEFORE("before", EnumSet.of(QuestionType.DATE)),
    /** At most so many days before the as-of date, and not after it. */
    WITHIN_DAYS("withinDays", EnumSet.of(QuestionType.DATE)),
    /** Nothing is missing: an answer other than "I am not sure" is there, or the question is not asked. Never unknown. */
    ANSWERED("answered", EnumSet.allOf(QuestionType.class));

    private final String key;
    private final Set<QuestionType> types;

    Operator(String key, Set<QuestionType> types) {
        this.key = key;
        this.types = types;
    }

    /** How the document spells it. */
    public String key() {
        return key;
    }

    /** How a person reads it between a question and its constant. */
    String words() {
        return switch (this) {
            case IS -> "is";
            case IN -> "is one of:";
            case HAS_ANY -> "includes one of:";
            case HAS_ALL -> "includes all of:";
            case HAS_NONE -> "includes none of:";
            case ONLY -> "includes only:";
            case LT -> "is less than";
            case LE -> "is at most";
            case GT -> "is more than";
            case GE -> "is at least";
            case BETWEEN -> "lies in";
            case ON_OR_AFTER -> "is on or after";
            case BEFORE -> "is before";
            case WITHIN_DAYS -> "is at most so long ago:";
            case ANSWERED -> "is answered:";
        };
    }

    /** Whether questions of this type can be asked this way. */
    boolean fits(QuestionType type) {
        return types.contains(type);
    }

    /** Whether its constant is a list of option codes. */
    boolean takesCodes() {
        return this == IN || this == HAS_ANY || this == HAS_ALL || this == HAS_NONE || this == ONLY;
    }

    /** The operator the document spells so, if there is one. */
    static Optional<Operator> of(String key) {
        return Arrays.stream(values()).filter(operator -> operator.key.equals(key)).findFirst();
    }
}
