package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions left out that leave rules unknown. */
final class OpenQuestions {

    private final Map<String, Integer> unknownRules = new HashMap<>();

    /** Counts an unknown finding. */
    void add(Finding finding) {
        finding.missing().forEach(linkId -> unknownRules.merge(linkId, 1, Integer::sum));
    }

    /** First the one that settles most rules; of equals the one that comes first in the form. */
    List<String> inOrder(Answers answers, Set<String> flaggedTests) {
        return answers.questionnaire().questions().stream().map(Question::linkId)
                .filter(unknownRules::containsKey)
                .filter(linkId -> answers.stateAt(answers.questionnaire().placeOf(linkId), flaggedTests) != AnswerState.UNDECIDED)
                .sorted(Comparator.comparing(unknownRules::get, Comparator.reverseOrder())).toList();
    }
}
