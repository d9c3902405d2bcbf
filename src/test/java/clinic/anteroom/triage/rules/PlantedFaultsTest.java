package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Remark.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults planted one by one into a copy of the shipped rules; each is caught, with a sample patient who shows it. */
class PlantedFaultsTest {

    private static final String DOCUMENT = TestDocuments.text(TestDocuments.RULES);

    @Test
    void oneOptionIsTwoThingsAtOnce() {
        Remark remark = caught(Kind.NEVER_TRUE, "X-1", rule("X-1", "SOON", "FLAG", "NEUROLOGY",
                all("{\"q\":\"TW-Q18\",\"in\":[\"NO\"]}", "{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}")));
        assertThat(remark.sentence()).contains("part 1 of 2");
    }

    @Test
    void anAgeBetweenLimitsThatCross() {
        caught(Kind.NEVER_TRUE, "X-2", rule("X-2", "SOON", "FLAG", "NEUROLOGY",
                all("{\"q\":\"TW-Q02\",\"ge\":60,\"unit\":\"years\"}", "{\"q\":\"TW-Q02\",\"lt\":60,\"unit\":\"years\"}")));
    }

    @Test
    void aQuestionThatIsNotAskedInThatCase() {
        // How the weakness began is asked only of who is weak.
        caught(Kind.NEVER_TRUE, "X-3", rule("X-3", "SOON", "FLAG", "NEUROLOGY",
                all("{\"q\":\"TW-Q18\",\"in\":[\"NO\"]}", "{\"q\":\"TW-Q19\",\"hasAny\":[\"NONE\"]}", "{\"q\":\"TW-Q20\",\"in\":[\"SUDDEN\"]}")));
    }

    @Test
    void noneTogetherWithSomething() {
        caught(Kind.NEVER_TRUE, "X-4", rule("X-4", "SOON", "FLAG", "NEUROLOGY",
                all("{\"q\":\"TW-Q04\",\"hasAny\":[\"NONE\"]}", "{\"q\":\"TW-Q04\",\"hasAny\":[\"CHEST_PAIN\"]}")));
    }

    @Test
    void aRuleForEverybody() {
        Remark remark = caught(Kind.ALWAYS_TRUE, "X-5", rule("X-5", "ROUTINE", "FLAG", "NEUROLOGY",
                "{\"any\":[{\"q\":\"TW-Q02\",\"ge\":40,\"unit\":\"years\"},{\"q\":\"TW-Q02\",\"lt\":40,\"unit\":\"years\"}]}"));
        assertThat(evaluate(remark, rule("X-5", "ROUTINE", "FLAG", "NEUROLOGY",
                "{\"any\":[{\"q\":\"TW-Q02\",\"ge\":40,\"unit\":\"years\"},{\"q\":\"TW-Q02\",\"lt\":40,\"unit\":\"years\"}]}")).fired("X-5")).isTrue();
    }

    @Test
    void aRuleThatAnotherMakesNeedless() {
        caught(Kind.REDUNDANT, "X-6", both(rule("X-6", "SOON", "FLAG", "NEUROLOGY",
                all("{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}")),
                rule("X-6B", "SOON", "FLAG", "NEUROLOGY", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}")));
    }

    @Test
    void anUrgencyThatIsNeverHeard() {
        Remark remark = caught(Kind.URGENCY_NEVER_HEARD, "X-7", both(rule("X-7", "ROUTINE", "FLAG", "NEUROLOGY",
                all("{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}")),
                rule("X-7B", "URGENT", "FLAG", "NEUROLOGY", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}")));
        assertThat(remark.rules()).containsExactly("X-7", "X-7B");
    }

    @Test
    void aFormWithoutUrgency() {
        assertThat(analyse(document -> document.replace("\"SELF_CARE\"", "\"ROUTINE\"")))
                .filteredOn(remark -> remark.kind() == Kind.GAP).allSatisfy(remark -> assertThat(remark.witness()).isNotNull()).isNotEmpty();
    }

    @Test
    void twoStrengthsForOnePatient() {
        caught(Kind.STRENGTH_CLASH, "X-9", both(rule("X-9", "SOON", "FLAG", "NEUROLOGY", "{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}"),
                rule("X-9B", "SOON", "CONSIDER", "NEUROLOGY", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}")));
    }

    @Test
    void twoSpecialtiesForOnePatient() {
        caught(Kind.SPECIALTY_CLASH, "X-10", both(rule("X-10", "SOON", "FLAG", "NEUROLOGY", "{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}"),
                rule("X-10B", "SOON", "FLAG", "CARDIOLOGY", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}")));
    }

    @Test
    void twoUrgenciesForOnePatient() {
        caught(Kind.OVERLAP, "X-11", both(rule("X-11", "SOON", "FLAG", "NEUROLOGY", "{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}"),
                rule("X-11B", "URGENT", "FLAG", "NEUROLOGY", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}")));
    }

    @Test
    void anOptionThatNobodyReadsAnyMore() {
        List<Remark> remarks = analyse(document -> document.replace("\"CHEST_PAIN\"", "\"CANT_SWALLOW\""));
        assertThat(remarks).filteredOn(remark -> remark.kind() == Kind.OPTION_UNREAD && remark.sentence().contains("TW-Q04 CHEST_PAIN"))
                .singleElement().satisfies(remark -> assertThat(remark.witness().canonicalJson()).contains("CHEST_PAIN"));
    }

    /** Faults of the words: each names its place and the patient, with no more answers than it takes, whom it would hit. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "{\"q\":\"TW-Q99\",\"in\":[\"YES\"]}#there is no question TW-Q99#{}",
        "{\"q\":\"TW-Q18\",\"in\":[\"YES_CAN\"]}#TW-Q18 does not offer YES_CAN#{\"TW-Q18\":",
        "{\"q\":\"TW-Q18\",\"gt\":3}#TW-Q18 is SINGLE, which gt does not fit#{\"TW-Q18\":",
        "{\"q\":\"TW-Q31\",\"gt\":11}#TW-Q31 never is 11#\"TW-Q31\":0}",
        "{\"q\":\"TW-Q45\",\"gt\":3}#TW-Q45 counts in cups or cans#{\"TW-Q45\":0}",
        "{\"q\":\"TW-Q05\",\"hasNone\":[\"CHEST\"]}#TW-Q05 has no NONE#{\"TW-Q05\":[",
        "{\"q\":\"TW-Q20\",\"in\":[\"SUDENLY\"]}#TW-Q20 does not offer SUDENLY#\"TW-Q20\":",
        "{\"q\":\"TW-Q23\",\"answered\":true}#which only levels C and M may#{\"TW-Q23\":",
        "{\"q\":\"SAF-Q03\",\"hasAny\":[\"ICD\"]}#that is for level W#{\"SAF-Q03\":[",
        "{\"fired\":[\"TW-R05\"]}#TW-R05, which is not on an earlier level#\"TW-Q36\":[\"SHAKE_BOTH_ACTION\"]",
        "{\"fired\":[\"TW-R99\"]}#TW-R99, which does not exist#{}"})
    void aBrokenConditionIsCaughtWithWhoeverAnswersIt(String when, String fault, String sample) {
        assertThat(sampleOf("X-20", fault, rule("X-20", "SOON", "FLAG", "NEUROLOGY", when))).contains(sample).hasSizeLessThan(120);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "\"patient\":{\"en\":\"x\"}#\"patient\":{\"en\":\"\"}#has no patient words in en",
        "\"patient\":{\"en\":\"x\"}#\"patient\":{\"en\":\"It is a stroke.\"}#lets a patient read",
        "\"doctor\":{\"en\":\"x\"}#\"doctor\":{\"en\":\"{TW-Q98}\"}#TW-Q98, which is not asked",
        "\"test\":\"CT\"#\"test\":\"PET\"#names PET, which is no test of the clinic",
        "\"id\":\"X-21\"#\"id\":\"TW-S11\"#rule TW-S11 is there twice",
        "{\"do\":\"ASK\"}#{\"do\":\"RAISE\"}#needs an urgency for unknown",
        "{\"do\":\"ASK\"}#{\"do\":\"IGNORE\"}#ignores missing answers without a reason"})
    void aRuleWithWrongWordsIsCaughtWithWhoeverMeetsIt(String sound, String broken, String fault) {
        String planted = rule("X-21", "SOON", "FLAG", "NEUROLOGY", "{\"q\":\"TW-Q23\",\"in\":[\"YES\"]}");
        assertThat(planted).contains(sound);
        assertThat(sampleOf("", fault, planted.replace(sound, broken))).isEqualTo("{\"TW-Q23\":\"YES\"}");
    }

    private static String sampleOf(String rule, String fault, String planted) {
        List<String> faults = RuleSetCheck.faults(RuleSetReader.read(plant(DOCUMENT, planted)), TestDocuments.questionnaire());
        String found = faults.stream().filter(sentence -> sentence.contains(rule) && sentence.contains(fault)).findFirst()
                .orElseThrow(() -> new AssertionError(faults));
        assertThat(found).contains(". Sample patient: ");
        String sample = found.substring(found.indexOf(". Sample patient: ") + ". Sample patient: ".length());
        // It is a form that somebody could send.
        assertThat(Answers.parse(TestDocuments.questionnaire(), sample, RandomForms.ALL_TESTS).canonicalJson()).isEqualTo(sample);
        return sample;
    }

    @Test
    void aBudgetUsedUpIsNoPass() {
        assertThat(RuleAnalysis.of(TestDocuments.ruleSet(), TestDocuments.questionnaire(), SomeAnswers.TODAY, 2))
                .anyMatch(remark -> remark.kind() == Kind.NOT_DECIDED && remark.severity() == Remark.Severity.WARNING);
    }

    private static Remark caught(Kind kind, String rule, String planted) {
        assertThat(analyse(document -> document)).noneMatch(remark -> remark.rules().contains(rule));
        List<Remark> remarks = analyse(document -> plant(document, planted));
        List<Remark> found = remarks.stream().filter(remark -> remark.kind() == kind && remark.rules().contains(rule)).toList();
        assertThat(found).as("%s about %s", kind, rule).isNotEmpty();
        assertThat(found.get(0).witness()).as("witness").isNotNull();
        return found.get(0);
    }

    private static Evaluation evaluate(Remark remark, String planted) {
        return Evaluator.evaluate(RuleSetReader.read(plant(DOCUMENT, planted)), remark.witness(), SomeAnswers.TODAY);
    }

    private static List<Remark> analyse(UnaryOperator<String> change) {
        RuleSet ruleSet = RuleSetReader.read(change.apply(DOCUMENT));
        return RuleAnalysis.of(ruleSet, TestDocuments.questionnaire(), SomeAnswers.TODAY, 200_000);
    }

    private static String plant(String document, String rules) {
        int end = document.lastIndexOf(']');
        return document.substring(0, end) + "," + rules + document.substring(end);
    }

    private static String both(String one, String other) {
        return one + "," + other;
    }

    private static String all(String... conditions) {
        return "{\"all\":[" + String.join(",", conditions) + "]}";
    }

    private static String rule(String id, String urgency, String strength, String specialty, String when) {
        return "{\"id\":\"" + id + "\",\"version\":1,\"level\":\"R\",\"sentence\":\"Planted.\",\"when\":" + when
                + ",\"raise\":{\"urgency\":\"" + urgency + "\",\"tests\":[{\"test\":\"CT\",\"strength\":\"" + strength
                + "\",\"bodyPart\":\"CHEST\"}],\"specialty\":[\"" + specialty + "\"]},\"onUnknown\":{\"do\":\"ASK\"},\"patient\":{\"en\":\"x\"},"
                + "\"doctor\":{\"en\":\"x\"},\"sources\":[{\"id\":\"GENERAL\",\"grade\":\"L\"}]}";
    }
}
