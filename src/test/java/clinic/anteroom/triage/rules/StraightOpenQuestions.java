package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions left out that leave rules unknown. */
final class StraightOpenQuestions {

    private final Map<String, Integer> unknownRules = new HashMap<>();

    /** Counts an unknown finding. */
    void add(Finding finding) {
        finding.missing().forEach(linkId -> unknownRules.merge(linkId, 1, Integer::sum));
    }

    /** First the one that settles most rules; of equals the one that comes first in the form. */
    List<String> inOrder(Answers answers) {
        return answers.questionnaire().questions().stream().map(Question::linkId)
                .filter(unknownRules::containsKey)
                .filter(linkId -> answers.stateOf(linkId) != AnswerState.UNDECIDED)
                .sorted(Comparator.comparing(unknownRules::get, Comparator.reverseOrder())).toList();
    }
}
