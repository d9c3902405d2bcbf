package clinic.anteroom.intake;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Decides for each question whether it is asked, given everything that was answered. A question hangs on others, these
 * on yet others: an answer counts only while its own question is asked.
 */
final class Enablement {

    private final Questionnaire questionnaire;
    private final Answer[] given;
    private final Set<String> flaggedTests;
    private final AnswerState[] states;

    /** @param given answers by the place of their question; null where there is none */
    Enablement(Questionnaire questionnaire, Answer[] given, Set<String> flaggedTests) {
        this.questionnaire = questionnaire;
        this.given = given;
        this.flaggedTests = flaggedTests;
        this.states = new AnswerState[given.length];
    }

    /** The state of the question at this place. Ends, because the reader refuses documents that go in circles. */
    AnswerState stateOf(int place) {
        AnswerState known = states[place];
        if (known == null) {
            known = find(place);
            states[place] = known;
        }
        return known;
    }

    private AnswerState find(int place) {
        Question question = questionnaire.questions().get(place);
        if (!isWantedByTests(question)) {
            return AnswerState.NOT_ASKED;
        }
        return switch (test(question.enableWhen())) {
            case TRUE -> given[place] != null ? AnswerState.ANSWERED : AnswerState.SKIPPED;
            case FALSE -> AnswerState.NOT_ASKED;
            case UNKNOWN -> AnswerState.UNDECIDED;
        };
    }

    private boolean isWantedByTests(Question question) {
        return question.askedForTests().isEmpty() || !Collections.disjoint(question.askedForTests(), flaggedTests);
    }

    private Truth test(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return all(all.parts());
        }
        if (condition instanceof Condition.AnyOf any) {
            return any(any.parts());
        }
        int place = questionnaire.placeOf(linkId(condition));
        return switch (stateOf(place)) {
            case ANSWERED -> holds(condition, given[place]);
            case NOT_ASKED -> Truth.FALSE;
            case SKIPPED, UNDECIDED -> Truth.UNKNOWN;
        };
    }

    // Loops, not streams: every saved page and every evaluation of the rules comes through here.
    private Truth all(List<Condition> parts) {
        Truth so = Truth.TRUE;
        for (Condition part : parts) {
            Truth truth = test(part);
            if (truth == Truth.FALSE) {
                return Truth.FALSE;
            }
            so = truth == Truth.UNKNOWN ? Truth.UNKNOWN : so;
        }
        return so;
    }

    private Truth any(List<Condition> parts) {
        Truth so = Truth.FALSE;
        for (Condition part : parts) {
            Truth truth = test(part);
            if (truth == Truth.TRUE) {
                return Truth.TRUE;
            }
            so = truth == Truth.UNKNOWN ? Truth.UNKNOWN : so;
        }
        return so;
    }

    private static String linkId(Condition condition) {
        if (condition instanceof Condition.Picked picked) {
            return picked.linkId();
        }
        return condition instanceof Condition.Said said ? said.linkId() : ((Condition.Compared) condition).linkId();
    }

    private static Truth holds(Condition condition, Answer answer) {
        if (answer instanceof Answer.Unsure) {
            return Truth.UNKNOWN;
        }
        if (condition instanceof Condition.Picked picked) {
            return answer instanceof Answer.Rows rows ? rows.says(picked.code()).map(Truth::of).orElse(Truth.UNKNOWN)
                    : Truth.of(((Answer.Choice) answer).codes().contains(picked.code()));
        }
        if (condition instanceof Condition.Said said) {
            return Truth.of(((Answer.YesNo) answer).yes() == said.yes());
        }
        Condition.Compared compared = (Condition.Compared) condition;
        return Truth.of(compared.comparison().holds(((Answer.Amount) answer).value(), compared.limit()));
    }
}
