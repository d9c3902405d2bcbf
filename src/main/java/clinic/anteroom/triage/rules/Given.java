package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;

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
            if (answer instanceof Answer.Amount amount) {
                return amount.value().toPlainString();
            }
            if (answer instanceof Answer.YesNo yesNo) {
                return String.valueOf(yesNo.yes());
            }
            return answer instanceof Answer.Day day ? day.date().toString() : ((Answer.Words) answer).text();
        }
    }
}
