package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Shown when" of the clinical content "Other complaints": one row asks, the next does not. */
class ComplaintBranchingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "submandibular-swelling | SA-Q08.SUDDEN | SA-Q08=FACE_WEAK                       | SKIPPED",
        "submandibular-swelling | SA-Q08.SUDDEN | SA-Q08=NONE                            | NOT_ASKED",
        "submandibular-swelling | SA-Q10 | TW-Q02=40;SA-Q02=CHEEK_BY_EAR                 | SKIPPED",
        "submandibular-swelling | SA-Q10 | TW-Q02=40;SA-Q02=NECK_BOTH_SIDES              | SKIPPED",
        "submandibular-swelling | SA-Q10 | TW-Q02=40;SA-Q02=UNDER_JAW_R+UNDER_JAW_L      | SKIPPED",
        "submandibular-swelling | SA-Q10 | TW-Q02=40;SA-Q02=UNDER_JAW_R                  | NOT_ASKED",
        "submandibular-swelling | SA-Q10 | TW-Q02=40;SA-Q02=UNDER_JAW_L                  | NOT_ASKED",
        "submandibular-swelling | SA-Q10 | TW-Q02=29;SA-Q02=LOW_NECK                     | SKIPPED",
        "submandibular-swelling | SA-Q10 | TW-Q02=30;SA-Q02=LOW_NECK                     | NOT_ASKED",
        "submandibular-swelling | SA-Q13 | SA-Q03=D3_7                                   | SKIPPED",
        "submandibular-swelling | SA-Q13 | SA-Q03=LT_3D                                  | NOT_ASKED",
        "submandibular-swelling | SA-Q13.ANTIBIOTIC_DAYS | SA-Q03=W1_3;SA-Q13=ANTIBIOTIC | SKIPPED",
        "submandibular-swelling | SA-Q13.ANTIBIOTIC_DAYS | SA-Q03=W1_3;SA-Q13=FLUIDS     | NOT_ASKED",
        "submandibular-swelling | TW-Q30 | TW-Q04=DARK_URINE                             | SKIPPED",
        "submandibular-swelling | TW-Q30 | TW-Q04=NONE                                   | NOT_ASKED",
        "passing-out | PR-Q07 | PR-Q02=YES_BRIEF                                         | SKIPPED",
        "passing-out | PR-Q07 | PR-Q02=UNSURE                                            | SKIPPED",
        "passing-out | PR-Q07 | PR-Q02=NEARLY                                            | NOT_ASKED",
        "passing-out | PR-Q04.SPINNING_UNDER_1_MIN | PR-Q04=SPINNING                     | SKIPPED",
        "passing-out | PR-Q04.SPINNING_UNDER_1_MIN | PR-Q04=FEAR_DREAD                   | NOT_ASKED",
        "smell-after-covid | SM-Q05 | SM-Q04=SMELL_NOT_THERE                             | SKIPPED",
        "smell-after-covid | SM-Q05 | SM-Q04=DISTORTED                                   | NOT_ASKED",
        "smell-after-covid | SM-Q08 | TW-Q02=50;SM-Q02.HOW=SUDDEN                        | SKIPPED",
        "smell-after-covid | SM-Q08 | TW-Q02=49;SM-Q02.HOW=GRADUAL                       | SKIPPED",
        "smell-after-covid | SM-Q08 | TW-Q02=49;SM-Q02.HOW=SUDDEN                        | NOT_ASKED",
        "smell-after-covid | SM-Q12 | SM-Q02=W2_12                                       | SKIPPED",
        "smell-after-covid | SM-Q12 | SM-Q02=LT_2W                                       | NOT_ASKED",
        "bleeding-clotting | CL-Q04 | CL-Q03=LEG_R                                       | SKIPPED",
        "bleeding-clotting | CL-Q04 | CL-Q03=ARM_R                                       | NOT_ASKED",
        "bleeding-clotting | CL-Q03.SINCE | CL-Q03=NONE                                  | NOT_ASKED",
        "bleeding-clotting | CL-Q07 | CL-Q02=FAMILY_OR_TEST                              | SKIPPED",
        "bleeding-clotting | CL-Q07.NEW_4_WEEKS | CL-Q07=BRUISES_NO_INJURY               | SKIPPED",
        "bleeding-clotting | CL-Q07.NEW_4_WEEKS | CL-Q07=NONE                            | NOT_ASKED",
        "bleeding-clotting | CL-Q09 | TW-Q02=9;TW-Q03=FEMALE                             | SKIPPED",
        "bleeding-clotting | CL-Q09 | TW-Q02=55;TW-Q03=PREFER_NOT                        | SKIPPED",
        "bleeding-clotting | CL-Q09 | TW-Q02=56;TW-Q03=FEMALE                            | NOT_ASKED",
        "bleeding-clotting | CL-Q09 | TW-Q02=30;TW-Q03=MALE                              | NOT_ASKED",
        "bleeding-clotting | SAF-Q01 | TW-Q02=30;TW-Q03=FEMALE                           | SKIPPED",
        "belly-button-pain | BB-Q10 | TW-Q02=10;TW-Q03=FEMALE                            | SKIPPED",
        "belly-button-pain | BB-Q10 | TW-Q02=9;TW-Q03=FEMALE                             | NOT_ASKED",
        "belly-button-pain | BB-Q10 | TW-Q02=30;TW-Q03=MALE                              | NOT_ASKED",
        "belly-button-pain | BB-Q10.WEEKS | TW-Q02=30;TW-Q03=FEMALE;BB-Q10=YES           | SKIPPED",
        "belly-button-pain | BB-Q10.WEEKS | TW-Q02=30;TW-Q03=FEMALE;BB-Q10=UNSURE        | NOT_ASKED",
        "belly-button-pain | BB-Q10.SIGNS | TW-Q02=30;TW-Q03=FEMALE;BB-Q10=UNSURE        | SKIPPED",
        "belly-button-pain | BB-Q10.SIGNS | TW-Q02=30;TW-Q03=FEMALE;BB-Q10=NO            | NOT_ASKED",
        "belly-button-pain | BB-Q11 | TW-Q02=50                                          | SKIPPED",
        "belly-button-pain | BB-Q11 | TW-Q02=49                                          | NOT_ASKED",
        "belly-button-pain | BB-Q14 | BB-Q02=COMES_AND_GOES                              | SKIPPED",
        "belly-button-pain | BB-Q14 | BB-Q02=D4_14                                       | NOT_ASKED",
    })
    void questionIsAskedWhenItsAnswersAsk(String complaint, String linkId, String given, AnswerState expected) {
        Questionnaire asked = SomeQuestionnaires.ALL.stream().filter(one -> one.name().equals(complaint)).findFirst().orElseThrow();
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (String one : given.strip().split(";")) {
            String[] parts = one.strip().split("=");
            answers.put(parts[0], parts[0].equals("TW-Q02") ? Answer.Amount.of(Long.parseLong(parts[1]))
                    : Answer.Choice.of(parts[1].split("\\+")));
        }
        assertThat(Answers.of(asked, answers).stateOf(linkId)).isEqualTo(expected);
    }
}
