package clinic.anteroom.triage;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.FormService;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.Reader;
import clinic.anteroom.triage.rules.EvaluationReader;
import clinic.anteroom.triage.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds for a stored evaluation the rules and answers it rests on, in the versions of that day. */
@ApplicationScoped
class StoredReadings {

    @Inject
    private RuleSets ruleSets;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private FormService forms;

    @Inject
    private Reader reader;

    /** The evaluation, ready to be put into words. */
    CaseReading of(EvaluationRecord stored) {
        RuleSet ruleSet = stored.ruleSetSha256() == null ? null : ruleSets.get(stored.ruleSetSha256());
        Answers answers = answers(stored).seenIn(questionnaires.get(stored.questionnaire(), forms.languageOf(stored.responseId())));
        return new CaseReading(stored, EvaluationReader.read(stored.outcome()), ruleSet, answers, reader.language());
    }

    /** The answers it rests on. With all tests flagged no answer to a safety question is dropped while reading. */
    Answers answers(EvaluationRecord stored) {
        return Answers.parse(questionnaires.get(stored.questionnaire()), stored.answers(), TestType.codes());
    }
}
