package clinic.anteroom.fhir;

import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Finding;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Warning;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/**
 * An evaluation as FHIR Parameters: {@code urgency}, {@code dueDays}, one {@code flag} for each test, {@code specialty},
 * {@code warning}, one {@code rule} for each rule that is true, and for each that is {@code unknown} with the questions that
 * would settle it; {@code basis} says what it rests on.
 */
final class TriageAnswer {

    private final Evaluation evaluation;
    private final Parameters parameters = new Parameters();

    private TriageAnswer(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static Parameters of(Evaluation evaluation) {
        return new TriageAnswer(evaluation).write();
    }

    private Parameters write() {
        parameters.addParameter("urgency", new CodeType(evaluation.urgency().name()));
        evaluation.dueDays().ifPresent(days -> parameters.addParameter("dueDays", new IntegerType(days)));
        parameters.addParameter("byHand", new BooleanType(evaluation.byHand()));
        evaluation.flags().forEach(this::flag);
        evaluation.specialties().forEach(specialty -> parameters.addParameter("specialty", new CodeType(specialty)));
        evaluation.warnings().forEach(this::warning);
        evaluation.findings().forEach(this::finding);
        evaluation.questionsToAsk().forEach(question -> parameters.addParameter("questionToAsk", new StringType(question)));
        basis();
        return parameters;
    }

    private void flag(Flag flag) {
        ParametersParameterComponent parameter = parameters.addParameter().setName("flag");
        parameter.addPart().setName("test").setValue(new CodeType(flag.test()));
        parameter.addPart().setName("strength").setValue(new CodeType(flag.strength().name().toLowerCase(Locale.ROOT)));
        parameter.addPart().setName("urgency").setValue(new CodeType(flag.urgency().name()));
        if (!flag.bodyPart().isEmpty()) {
            parameter.addPart().setName("bodyPart").setValue(new StringType(flag.bodyPart()));
        }
        flag.analytes().forEach(analyte -> parameter.addPart().setName("analyte").setValue(new StringType(analyte)));
        flag.alsoConsider().forEach(analyte -> parameter.addPart().setName("alsoConsider").setValue(new StringType(analyte)));
        flag.rules().forEach(rule -> parameter.addPart().setName("rule").setValue(new StringType(rule)));
    }

    private void warning(Warning warning) {
        ParametersParameterComponent parameter = parameters.addParameter().setName("warning");
        parameter.addPart().setName("rule").setValue(new StringType(warning.rule()));
        parameter.addPart().setName("hold").setValue(new BooleanType(warning.hold()));
        warning.tests().forEach(test -> parameter.addPart().setName("test").setValue(new CodeType(test)));
    }

    private void finding(Finding finding) {
        ParametersParameterComponent parameter = parameters.addParameter().setName(finding.truth() == Truth.TRUE ? "rule" : "unknown");
        parameter.addPart().setName("id").setValue(new StringType(finding.rule()));
        parameter.addPart().setName("version").setValue(new IntegerType(finding.ruleVersion()));
        finding.missing().forEach(question -> parameter.addPart().setName("missing").setValue(new StringType(question)));
    }

    private void basis() {
        ParametersParameterComponent parameter = parameters.addParameter().setName("basis");
        parameter.addPart().setName("ruleSet").setValue(new StringType(evaluation.basis().ruleSet()));
        parameter.addPart().setName("ruleSetSha256").setValue(new StringType(evaluation.basis().ruleSetSha256()));
        parameter.addPart().setName("status").setValue(new StringType(evaluation.basis().status()));
        parameter.addPart().setName("questionnaire").setValue(new StringType(evaluation.basis().questionnaire()));
        parameter.addPart().setName("answersSha256").setValue(new StringType(evaluation.basis().answersSha256()));
        parameter.addPart().setName("asOf").setValue(new DateType(evaluation.basis().asOf().toString()));
        parameter.addPart().setName("evaluatorVersion").setValue(new StringType(evaluation.basis().evaluatorVersion()));
        parameter.addPart().setName("sha256").setValue(new StringType(evaluation.sha256()));
    }
}
