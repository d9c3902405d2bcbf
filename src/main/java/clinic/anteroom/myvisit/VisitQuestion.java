package clinic.anteroom.myvisit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the clinic asks before times of a kind of visit are shown. Its words never change: a changed question is a new one.
 *
 * @param id        null for one that is not kept yet
 * @param visitType code of the kind of visit; never null
 * @param kind      how it is answered; never null
 * @param text      in English and French; never null
 * @param needed    whether nobody books without an answer
 * @param options   what can be answered, in order; empty for a short text
 */
public record VisitQuestion(UUID id, String visitType, Kind kind, Preparation.InTwoLanguages text, boolean needed, List<Option> options) {

    /** How a question is answered. */
    public enum Kind {
        YES_NO,
        /** One of a few. */
        CHOICE,
        /** In the patient's words. */
        TEXT
    }

    /** What an answer means for booking. */
    public enum Effect {
        GO_ON,
        /** The patient reads something first, and goes on. */
        WARN,
        /** Not without the phone. */
        CALL
    }

    /**
     * One answer that can be chosen.
     *
     * @param code   never changes its meaning within its question; never null
     * @param text   never null
     * @param effect never null
     * @param words  what the patient reads; null where one simply goes on
     */
    public record Option(String code, Preparation.InTwoLanguages text, Effect effect, Preparation.InTwoLanguages words) {
    }

    public VisitQuestion {
        options = List.copyOf(options);
    }

    /** Whether it is answered in words. */
    public boolean isInWords() {
        return kind == Kind.TEXT;
    }

    /** The option with this code; empty if there is none. */
    public Optional<Option> option(String code) {
        return options.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The chosen option if it has this effect; empty for no answer and every other one. */
    public Optional<Option> chosen(String code, Effect effect) {
        return option(code).filter(one -> one.effect() == effect);
    }

    /** Whether it asks the same with the same answers, whatever its id and whether it is needed. */
    boolean saysTheSame(VisitQuestion other) {
        return kind == other.kind && text.equals(other.text) && options.equals(other.options);
    }
}
