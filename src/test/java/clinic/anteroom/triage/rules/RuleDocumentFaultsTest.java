package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clinic.anteroom.intake.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDocumentFaultsTest {

    private static final String SOUND = """
            {"ruleSet":"small","version":1,"status":"draft","questionnaire":"https://anteroom.clinic/questionnaires/muscle-twitching|1",
             "languages":["en"],"sources":{"S1":"A guideline"},"patientNeverReads":{"en":["stroke"]},
             "words":{"MENTIONS_EMERGENCY":["chest pain"],"MENTIONS_MND":["als"]},
             "definitions":{"WEAK":{"sentence":"Weak.","when":{"q":"TW-Q18","in":["YES_CANT_DO"]}}},
             "rules":[
              {"id":"A","version":1,"level":"S","sentence":"Weak.","when":{"ref":"WEAK"},
               "raise":{"urgency":"SOON","tests":[{"test":"EMG","strength":"flag"}]},"onUnknown":{"do":"ASK"},
               "patient":{"en":"See a doctor."},"doctor":{"en":"Weak: {TW-Q18}."},"sources":[{"id":"S1","grade":"H"}]},
              {"id":"B","version":1,"level":"R","sentence":"Not weak.","when":{"not":{"fired":["A"]}},
               "raise":{"urgency":"ROUTINE"},"onUnknown":{"do":"IGNORE","reason":"Asked elsewhere."},
               "patient":{"en":"Book a visit."},"doctor":{"en":"Not weak."},"sources":[{"id":"S1","grade":"L"}]}]}""";

    @Test
    void aSoundDocumentHasNoFault() {
        assertThat(RuleSetCheck.faults(RuleSetReader.read(SOUND), TestDocuments.questionnaire())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "\"in\":[\"YES_CANT_DO\"]#\"inn\":[\"YES_CANT_DO\"]#unknown key \"inn\"",
        "\"status\":\"draft\",##has no \"status\"",
        "\"level\":\"S\"#\"level\":\"Z\"#Maybe it should be one of",
        "{\"ref\":\"WEAK\"}#{\"ref\":\"STRONG\"}#does not stand before it",
        "{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}#{\"ref\":\"WEAK\"}#refers back",
        "{\"ref\":\"WEAK\"}#{\"all\":[]}#empty",
        "{\"id\":\"S1\",\"grade\":\"H\"}#{\"id\":\"S9\",\"grade\":\"H\"}#does not list",
        "\"version\":1,\"status\"#\"version\":\"1\",\"status\"#needs a JsonNumber",
        "\"strength\":\"flag\"#\"strength\":\"must\"#Maybe it should be one of"})
    void aDocumentThatCannotBeReadIsRefused(String sound, String broken, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSetReader.read(replaced(sound, broken == null ? "" : broken)))
                .withMessageContaining(message).withMessageContaining("\nMaybe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "\"q\":\"TW-Q18\"#\"q\":\"TW-Q99\"#there is no question TW-Q99",
        "YES_CANT_DO#YES_CAN#does not offer YES_CAN",
        "\"in\":[\"YES_CANT_DO\"]#\"hasAny\":[\"YES_CANT_DO\"]#which hasAny does not fit",
        "{\"ref\":\"WEAK\"}#{\"q\":\"TW-Q31\",\"gt\":11}#never is 11",
        "{\"ref\":\"WEAK\"}#{\"q\":\"TW-Q45\",\"gt\":3}#counts in cups or cans",
        "{\"ref\":\"WEAK\"}#{\"q\":\"TW-Q05\",\"hasNone\":[\"CHEST\"]}#has no NONE",
        "{\"ref\":\"WEAK\"}#{\"q\":\"TW-Q18\",\"answered\":true}#only levels C and M",
        "{\"ref\":\"WEAK\"}#{\"fired\":[\"B\"]}#not on an earlier level",
        "{\"ref\":\"WEAK\"}#{\"firedLevel\":[\"R\"]}#not earlier",
        "{\"fired\":[\"A\"]}#{\"fired\":[\"Q\"]}#does not exist",
        "{\"ref\":\"WEAK\"}#{\"q\":\"SAF-Q03\",\"hasAny\":[\"ICD\"]}#that is for level W",
        "\"id\":\"B\"#\"id\":\"A\"#is there twice",
        "\"en\":\"See a doctor.\"#\"en\":\"\"#no patient words",
        "\"en\":\"See a doctor.\"#\"en\":\"It is a stroke.\"#lets a patient read",
        "\"en\":\"Not weak.\"#\"en\":\" \"#no doctor words",
        "{TW-Q18}#{TW-Q98}#which is not asked",
        "[{\"id\":\"S1\",\"grade\":\"L\"}]#[]#no source",
        ",\"reason\":\"Asked elsewhere.\"##without a reason",
        "{\"do\":\"ASK\"}#{\"do\":\"RAISE\"}#needs an urgency",
        "\"ROUTINE\"#\"SELF_CARE\"#only level C",
        "\"EMG\"#\"PET\"#no test of the clinic",
        "twitching|1#twitching|2#The document reads"})
    void aFaultIsFoundAndNamed(String sound, String broken, String fault) {
        RuleSet ruleSet = RuleSetReader.read(replaced(sound, broken == null ? "" : broken));
        assertThat(RuleSetCheck.faults(ruleSet, TestDocuments.questionnaire())).anySatisfy(found -> assertThat(found).contains(fault));
    }

    @Test
    void aRuleThatThrowsIsLookedAtByHandAndLosesNothing() {
        RuleSet ruleSet = RuleSetReader.read(replaced("\"when\":{\"not\":{\"fired\":[\"A\"]}}", "\"when\":{\"q\":\"TW-Q18\",\"gt\":3}"));
        Answers answers = SomeAnswers.harmless().with("TW-Q18", "YES_CANT_DO").answers();
        Evaluation evaluation = Evaluator.evaluate(ruleSet, answers, SomeAnswers.TODAY);
        assertThat(evaluation.byHand()).isTrue();
        assertThat(evaluation.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(evaluation.flags()).extracting(Flag::test).containsExactly("EMG");
    }

    /** Deep trees and long chains of definitions are refused before anything walks down them on a thread's stack. */
    @ParameterizedTest
    @ValueSource(ints = {41, 900})
    void nothingIsNestedDeeperThanAPersonCanFollow(int depth) {
        String condition = "{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}";
        String deep = "{\"not\":".repeat(depth - 1) + condition + "}".repeat(depth - 1);
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSetReader.read(replaced("{\"ref\":\"WEAK\"}", deep)))
                .withMessageContaining("rule A has more than 40 expressions inside each other").withMessageContaining("\nMaybe");
        StringBuilder chain = new StringBuilder("\"definitions\":{\"D1\":{\"sentence\":\"x\",\"when\":" + condition + "},");
        for (int i = 2; i <= depth; i++) {
            chain.append("\"D").append(i).append("\":{\"sentence\":\"x\",\"when\":{\"ref\":\"D").append(i - 1).append("\"}},");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSetReader.read(replaced("\"definitions\":{", chain.toString())))
                .withMessageContaining("definition D41 has more than 40 expressions");
    }

    @Test
    void fortyInsideEachOtherAreStillRead() {
        String deep = "{\"not\":".repeat(39) + "{\"q\":\"TW-Q18\",\"in\":[\"YES_CANT_DO\"]}" + "}".repeat(39);
        RuleSet ruleSet = RuleSetReader.read(replaced("{\"ref\":\"WEAK\"}", deep));
        assertThat(Evaluator.evaluate(ruleSet, SomeAnswers.harmless().answers(), SomeAnswers.TODAY).fired("A")).isTrue();
    }

    /** Rules in a circle are faults, and what walks from rule to rule ends all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"fired\":[\"A\"]}", "{\"fired\":[\"B\"]}", "{\"firedLevel\":[\"S\",\"R\"]}", "{\"not\":{\"fired\":[\"A\",\"B\"]}}"})
    void rulesInACircleAreFaultsAndStillEnd(String circle) {
        RuleSet ruleSet = RuleSetReader.read(replaced("{\"ref\":\"WEAK\"}", circle));
        assertThat(RuleSetCheck.faults(ruleSet, TestDocuments.questionnaire())).anySatisfy(fault -> assertThat(fault).contains("earlier"));
        Answers answers = SomeAnswers.harmless().answers();
        assertThat(Evaluator.evaluate(ruleSet, answers, SomeAnswers.TODAY).byHand()).isTrue();
        assertThat(Evaluator.evaluate(ruleSet, answers, SomeAnswers.TODAY).canonicalJson()).contains("IllegalStateException");
        assertThatIllegalArgumentException().isThrownBy(() -> RuleAnalysis.of(ruleSet, TestDocuments.questionnaire(), SomeAnswers.TODAY, 10_000))
                .withMessageContaining("earlier");
        assertThat(Mutants.of(ruleSet, TestDocuments.questionnaire())).isNotNull();
    }

    @Test
    void theHashIsThatOfTheDocument() {
        assertThat(RuleSetReader.read(SOUND).heading().sha256()).isNotEqualTo(RuleSetReader.read(SOUND + " ").heading().sha256());
    }

    private static String replaced(String sound, String broken) {
        assertThat(SOUND).contains(sound);
        int at = SOUND.indexOf(sound);
        return SOUND.substring(0, at) + broken + SOUND.substring(at + sound.length());
    }
}
