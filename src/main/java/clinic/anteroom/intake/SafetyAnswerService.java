package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a form says about what makes tests safe, so that its patient can look at it again near the date. */
@Stateless
public class SafetyAnswerService {

    @Inject
    QuestionnaireResponses responses;

    @Inject
    Questionnaires questionnaires;

    @Inject
    AuditService audit;

    /**
     * The safety questions of these tests that the form asked, in its order.
     *
     * @param tests codes of {@link clinic.anteroom.directory.TestType}
     */
    @PermitAll // Called by my visit, which has checked that the form is this patient's; HouseRulesTest keeps pages away.
    public List<SafetyAnswer> of(UUID responseId, Set<String> tests) {
        QuestionnaireResponse response = responses.find(responseId).orElseThrow(DraftGone::new);
        Questionnaire asked = questionnaires.get(response.questionnaire());
        Answers answers = response.answers(asked);
        audit.record(AuditedAction.VIEW, "QuestionnaireResponse", responseId, response.patientId());
        return asked.questions().stream().filter(question -> !Collections.disjoint(question.askedForTests(), tests))
                .filter(question -> answers.asks(question.linkId()))
                .map(question -> new SafetyAnswer(question.text(), answers.wordsOf(question.linkId()).orElse(null))).toList();
    }
}
