package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known about one input of the rules. */
sealed interface Given {

    /** Skipped, not sure, or hanging on something that is: unknown. */
    Given MISSING = new Missing();

    /** A definite answer elsewhere made the question pointless: false. */
    Given NOT_ASKED = new NotAsked();

    /** How it stands in a trace; null while there is nothing. */
    default String words() {
        return null;
    }

    /** See {@link #MISSING}. */
    record Missing() implements Given {
    }

    /** See {@link #NOT_ASKED}. */
    record NotAsked() implements Given {
    }

    /** An answer, or a value derived from answers. */
    record Answered(Answer answer) implements Given {

        @Override
        public String words() {
            if (answer instanceof Answer.Choice choice) {
                return String.join(",", choice.codes());
            }
            if (answer instanceof Answer.Rows rows) {
                return rows(rows);
            }
            if (answer instanceof Answer.Amount amount) {
                return amount.value().toPlainString();
            }
            if (answer instanceof Answer.YesNo yesNo) {
                return String.valueOf(yesNo.yes());
            }
            return answer instanceof Answer.Day day ? day.date().toString() : ((Answer.Words) answer).text();
        }

        /** As {@code yes:A,B no:C unsure:D}. */
        private static String rows(Answer.Rows rows) {
            return Stream.of(said("yes:", rows.yes()), said("no:", rows.no()), said("unsure:", rows.unsure()))
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        }

        private static String said(String what, List<String> codes) {
            return codes.isEmpty() ? "" : what + String.join(",", codes);
        }
    }
}
