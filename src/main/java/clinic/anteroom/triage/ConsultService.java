package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the rules about answers that somebody brings along. Nothing is stored but that they were asked. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.INTEGRATOR})
public class ConsultService {

    private static final int ROUNDS = 5;

    @Inject
    private RuleSets ruleSets;

    @Inject
    private RuleSwitches switches;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    /**
     * What the rules say.
     *
     * @param given answers by link id; an answer to a question that makes a test safe counts only if the test is flagged
     * @param asOf  the day ages, durations and the rules in force are reckoned from
     * @return empty if no rules are in force for this questionnaire
     * @throws clinic.anteroom.intake.AnswersRefused if an answer does not fit its question
     */
    public Optional<Evaluation> ask(Questionnaire questionnaire, Map<String, Answer> given, LocalDate asOf) {
        audit.record(AuditedAction.EXECUTE, "GuidanceResponse", null, null);
        return ruleSets.findInForce(questionnaire.canonical(), asOf.atStartOfDay(time.zone()).toInstant())
                .map(ruleSet -> settled(ruleSet.without(switches.idsOff(ruleSet.heading().name())), questionnaire, given, asOf));
    }

    /**
     * What the rules say, in the words and with the reasons a doctor reads. Nothing is stored: its ids name nothing.
     *
     * @param given as above
     * @return empty if no rules are in force for this questionnaire
     * @throws clinic.anteroom.intake.AnswersRefused if an answer does not fit its question
     */
    public Optional<CaseTriage> explain(Questionnaire questionnaire, Map<String, Answer> given, LocalDate asOf) {
        audit.record(AuditedAction.EXECUTE, "GuidanceResponse", null, null);
        return ruleSets.findInForce(questionnaire.canonical(), asOf.atStartOfDay(time.zone()).toInstant()).map(ruleSet -> {
            Set<String> off = switches.idsOff(ruleSet.heading().name());
            Evaluation evaluation = settled(ruleSet.without(off), questionnaire, given, asOf);
            Answers answers = Answers.of(questionnaire, given, tests(evaluation));
            EvaluationRecord nowhere = new EvaluationRecord(NewId.next(), NewId.next(), null, answers, ruleSet, off, evaluation, time.now());
            List<TestFlag> flags = evaluation.flags().stream().map(flag -> new TestFlag(NewId.next(), nowhere.responseId(), nowhere.id(), flag)).toList();
            return new CaseReading(nowhere, evaluation, ruleSet, answers, Language.ENGLISH).caseTriage(flags);
        });
    }

    /** Flags bring safety questions up, whose answers may change flags: asked again until nothing changes, as a patient is. */
    private static Evaluation settled(RuleSet ruleSet, Questionnaire questionnaire, Map<String, Answer> given, LocalDate asOf) {
        Set<String> flagged = Set.of();
        Evaluation evaluation = Evaluator.evaluate(ruleSet, Answers.of(questionnaire, given, flagged), asOf);
        for (int round = 0; round < ROUNDS && !tests(evaluation).equals(flagged); round++) {
            flagged = tests(evaluation);
            evaluation = Evaluator.evaluate(ruleSet, Answers.of(questionnaire, given, flagged), asOf);
        }
        return evaluation;
    }

    private static Set<String> tests(Evaluation evaluation) {
        return evaluation.flags().stream().map(Flag::test).collect(Collectors.toSet());
    }
}
