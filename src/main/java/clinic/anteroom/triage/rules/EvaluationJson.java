package clinic.anteroom.triage.rules;

import java.util.Map;

/** The canonical text of an evaluation. A change here is a new version of the evaluator. */
final class EvaluationJson {

    private EvaluationJson() {
    }

    static String write(Evaluation evaluation) {
        return JsonText.of(JsonText.object(
                "basis", basis(evaluation.basis()),
                "urgency", evaluation.urgency(),
                "urgencyRules", evaluation.urgencyRules(),
                "flags", evaluation.flags().stream().map(EvaluationJson::flag).toList(),
                "suppressed", evaluation.suppressed().stream()
                        .map(suppressed -> JsonText.object("flag", flag(suppressed.flag()), "by", suppressed.by())).toList(),
                "specialties", evaluation.specialties(),
                "others", evaluation.others(),
                "warnings", evaluation.warnings().stream().map(warning -> JsonText.object("rule", warning.rule(),
                        "tests", warning.tests(), "hold", warning.hold())).toList(),
                "notes", evaluation.notes().stream()
                        .map(note -> JsonText.object("rule", note.rule(), "tests", note.tests())).toList(),
                "findings", evaluation.findings().stream().map(EvaluationJson::finding).toList(),
                "questionsToAsk", evaluation.questionsToAsk()));
    }

    private static Map<String, Object> basis(Basis basis) {
        return JsonText.object("ruleSet", basis.ruleSet(), "ruleSetSha256", basis.ruleSetSha256(), "status", basis.status(),
                "questionnaire", basis.questionnaire(), "answersSha256", basis.answersSha256(), "asOf", basis.asOf(),
                "evaluatorVersion", basis.evaluatorVersion());
    }

    private static Map<String, Object> flag(Flag flag) {
        return JsonText.object("test", flag.test(), "bodyPart", flag.bodyPart(), "analytes", flag.analytes(),
                "alsoConsider", flag.alsoConsider(), "strength", flag.strength(), "urgency", flag.urgency(),
                "rules", flag.rules());
    }

    private static Map<String, Object> finding(Finding finding) {
        return JsonText.object("rule", finding.rule(), "ruleVersion", finding.ruleVersion(), "level", finding.level(),
                "truth", finding.truth(), "because", finding.because().stream().map(EvaluationJson::because).toList(),
                "missing", finding.missing(), "failure", finding.failure());
    }

    private static Map<String, Object> because(Because because) {
        return JsonText.object("linkId", because.input(), "operator", because.operator(), "constant", because.constant(),
                "answer", because.answer(), "truth", because.truth(), "via", because.via());
    }
}
