package clinic.anteroom.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What somebody answered to one question. There is no empty answer: a question left out has none. */
public sealed interface Answer {

    /**
     * What was picked from the options offered.
     *
     * @param codes option codes, {@code NONE} and {@code UNSURE} among them; never empty. In {@link Answers} they stand
     *              in the order of the questionnaire and never twice.
     */
    record Choice(List<String> codes) implements Answer {

        public Choice {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("A choice without any option is no answer.\n"
                        + "Maybe the question was skipped; then leave it out.");
            }
        }

        /** The choice of these codes. */
        public static Choice of(String... codes) {
            return new Choice(List.of(codes));
        }
    }

    /**
     * A list of symptoms answered row by row. What was not touched is not answered, never a "no".
     *
     * @param yes    codes of the symptoms that are there
     * @param no     codes of the symptoms that are not there
     * @param unsure codes of the symptoms of which whoever answered is not sure
     * @param open   codes of the rows that were not touched; filled in by {@link Answers}, whatever is given here
     */
    record Rows(List<String> yes, List<String> no, List<String> unsure, List<String> open) implements Answer {

        private static final String NONE = "NONE";
        private static final String UNSURE = "UNSURE";

        public Rows {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
            unsure = List.copyOf(unsure);
            open = List.copyOf(open);
            if (yes.isEmpty() && no.isEmpty() && unsure.isEmpty()) {
                throw new IllegalArgumentException("Rows of which none was touched are no answer.\n"
                        + "Maybe the question was skipped; then leave it out.");
            }
        }

        /** Rows as they were touched; see {@link AnswerCheck} for the others. */
        public Rows(List<String> yes, List<String> no, List<String> unsure) {
            this(yes, no, unsure, List.of());
        }

        /**
         * Whether an option is so; empty if that is not known. {@code NONE} is so once every row was answered with no,
         * {@code UNSURE} once one was answered with "not sure".
         */
        public Optional<Boolean> says(String code) {
            return switch (code) {
                case NONE -> !yes.isEmpty() ? Optional.of(false) : isAllNo() ? Optional.of(true) : Optional.empty();
                case UNSURE -> !unsure.isEmpty() ? Optional.of(true) : isComplete() ? Optional.of(false) : Optional.empty();
                default -> yes.contains(code) ? Optional.of(true) : no.contains(code) ? Optional.of(false) : Optional.empty();
            };
        }

        /** Whether every row was touched. */
        public boolean isComplete() {
            return open.isEmpty();
        }

        /** Whether every row was answered with no. */
        public boolean isAllNo() {
            return yes.isEmpty() && unsure.isEmpty() && open.isEmpty();
        }
    }

    /**
     * A number, in the unit of its question.
     *
     * @param value never null; kept without trailing zeros, so that 58 and 58.0 are one answer
     */
    record Amount(BigDecimal value) implements Answer {

        public Amount {
            value = value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }

        /** A whole number. */
        public static Amount of(long value) {
            return new Amount(BigDecimal.valueOf(value));
        }
    }

    /** @param date a day in the calendar; never null */
    record Day(LocalDate date) implements Answer {
    }

    /** @param yes whether the answer is yes */
    record YesNo(boolean yes) implements Answer {
    }

    /**
     * Free text.
     *
     * @param text never blank, without spaces around it; control characters other than line ends become spaces, because
     *             PostgreSQL refuses some of them and none belongs into a letter
     */
    record Words(String text) implements Answer {

        public Words {
            text = withoutControls(text.replace("\r\n", "\n")).strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("Blank text is no answer.\n"
                        + "Maybe the question was skipped; then leave it out.");
            }
        }

        // By hand: every stored text comes through here again, and hardly any has something to replace.
        private static String withoutControls(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\n') {
                    return withoutControls(text.replace(text.charAt(i), ' '));
                }
            }
            return text;
        }
    }

    /** "I am not sure", to a question without options. */
    record Unsure() implements Answer {
    }
}
