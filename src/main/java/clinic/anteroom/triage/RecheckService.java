package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.EvaluationReader;
import clinic.anteroom.triage.rules.Evaluator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the rules again over a form that was sent in, with a few answers as they would be today. The form and its flags
 * stay as they are: the record keeps what was known then, and a doctor is asked to look.
 */
@Stateless
public class RecheckService {

    private static final Logger LOG = Logger.getLogger(RecheckService.class.getName());

    @Inject
    Evaluations evaluations;

    @Inject
    StoredReadings readings;

    @Inject
    RuleSets ruleSets;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /**
     * What the rules in force say now.
     *
     * @param changes option codes by link id: added where several can be picked, in the place of the answer where one can
     * @return empty if the form was never evaluated or no rules are in force for it
     */
    @PermitAll // Called by my visit, which has checked that the form is this patient's; HouseRulesTest keeps pages away.
    public Optional<Recheck> recheck(UUID responseId, Map<String, String> changes) {
        Optional<EvaluationRecord> stored = evaluations.findNewest(responseId);
        audit.record(AuditedAction.EXECUTE, "GuidanceResponse", responseId, null);
        try {
            return recheck(stored, changes);
        } catch (RuntimeException broken) {
            // Rules that break lose nothing: who asked has somebody look by hand.
            LOG.log(Level.WARNING, "The rules could not be run again", broken);
            return Optional.empty();
        }
    }

    private Optional<Recheck> recheck(Optional<EvaluationRecord> stored, Map<String, String> changes) {
        return stored.flatMap(record -> ruleSets.findInForce(record.questionnaire(), time.now()).map(rules -> {
            Answers then = readings.answers(record);
            Evaluation before = EvaluationReader.read(record.outcome());
            Evaluation after = Evaluator.evaluate(rules, Answers.of(then.questionnaire(), changed(then, changes), then.flaggedTests()), time.today());
            return new Recheck(before.urgency(), after.urgency());
        }));
    }

    private static Map<String, Answer> changed(Answers then, Map<String, String> changes) {
        Map<String, Answer> all = new HashMap<>(then.asMap());
        changes.forEach((linkId, code) -> all.put(linkId, with(then.questionnaire(), linkId, all.get(linkId), code)));
        return all;
    }

    /** "None of these" and "I am not sure" do not stand beside a sign. */
    private static Answer with(Questionnaire questionnaire, String linkId, Answer before, String code) {
        if (before instanceof Answer.Rows rows && !code.equals("NONE") && !code.equals("UNSURE")) {
            return new Answer.Rows(with(rows.yes(), code), without(rows.no(), code), without(rows.unsure(), code));
        }
        boolean several = questionnaire.get(linkId).type() == QuestionType.MULTI;
        List<String> codes = new ArrayList<>();
        if (several && before instanceof Answer.Choice choice) {
            choice.codes().stream().filter(old -> !old.equals("NONE") && !old.equals("UNSURE") && !old.equals(code)).forEach(codes::add);
        }
        codes.add(code);
        return new Answer.Choice(codes);
    }

    private static List<String> with(List<String> codes, String code) {
        List<String> all = new ArrayList<>(without(codes, code));
        all.add(code);
        return all;
    }

    private static List<String> without(List<String> codes, String code) {
        return codes.stream().filter(other -> !other.equals(code)).toList();
    }
}
