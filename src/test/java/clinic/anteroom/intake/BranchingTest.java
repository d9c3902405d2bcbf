package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Shown when" of the clinical content, section 2: one row asks, the next does not. */
class BranchingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TW-Q06.CALF_SHIN | TW-Q05=THIGH+CALF_SHIN                  | SKIPPED",
        "TW-Q06.CALF_SHIN | TW-Q05=WHOLE_BODY                       | NOT_ASKED",
        "TW-Q13           | TW-Q12=H2_24                            | SKIPPED",
        "TW-Q13           | TW-Q12=UNSURE                           | SKIPPED",
        "TW-Q13           | TW-Q12=NO_EXERCISE                      | NOT_ASKED",
        "TW-Q14           | TW-Q12=NOT_LINKED                       | NOT_ASKED",
        "TW-Q15           |                                         | UNDECIDED",
        "TW-Q17           | TW-Q05=EYELID                           | SKIPPED",
        "TW-Q17           | TW-Q05=NECK                             | NOT_ASKED",
        "TW-Q20           | TW-Q18=UNSURE                           | SKIPPED",
        "TW-Q20           | TW-Q18=NO;TW-Q19=FOOT_DRAGS             | SKIPPED",
        "TW-Q20           | TW-Q18=TIRED_ONLY;TW-Q19=NONE           | NOT_ASKED",
        "TW-Q20           | TW-Q18=NO                               | UNDECIDED",
        "TW-Q22           | TW-Q18=YES_CANT_DO                      | SKIPPED",
        "TW-Q23.WHERE     | TW-Q23=YES                              | SKIPPED",
        "TW-Q23.WHERE     | TW-Q23=UNSURE                           | NOT_ASKED",
        "TW-Q26           | TW-Q25=SADDLE                           | SKIPPED",
        "TW-Q27.STARTED_SUDDENLY | TW-Q27=NONE                      | NOT_ASKED",
        "TW-Q28.NEW_THIS_WEEK    | TW-Q28=WITH_EFFORT               | SKIPPED",
        "TW-Q29           | TW-Q18=NO;TW-Q27=NONE                   | NOT_ASKED",
        "TW-Q29           | TW-Q18=TIRED_ONLY;TW-Q27=NONE           | SKIPPED",
        "TW-Q29           | TW-Q18=NO;TW-Q27=DROOL                  | SKIPPED",
        "TW-Q31           | TW-Q30=NONE                             | NOT_ASKED",
        "TW-Q32           | TW-Q12=NO_EXERCISE;TW-Q30=CRAMPS;TW-Q51=YES | SKIPPED",
        "TW-Q32           | TW-Q12=NO_EXERCISE;TW-Q30=CRAMPS;TW-Q51=NO  | NOT_ASKED",
        "TW-Q32           | TW-Q30=SWOLLEN_HARD                     | SKIPPED",
        "TW-Q32           | TW-Q12=DURING                           | SKIPPED",
        "TW-Q33           | TW-Q05=NECK;TW-Q30=BACK_TO_LEG          | SKIPPED",
        "TW-Q33           | TW-Q05=NECK;TW-Q30=NECK_TO_ARM          | NOT_ASKED",
        "TW-Q35           | TW-Q30=NONE;TW-Q25=NONE;TW-Q34=NONE;TW-Q18=NO;TW-Q19=NONE | NOT_ASKED",
        "TW-Q35           | TW-Q30=NONE;TW-Q25=NONE;TW-Q34=CLUMSY_HANDS | SKIPPED",
        "TW-Q35           | TW-Q18=YES_CANT_DO;TW-Q21=BOTH_LEGS     | SKIPPED",
        "TW-Q36           | TW-Q02=39;TW-Q16=CRAMP;TW-Q24=NONE      | NOT_ASKED",
        "TW-Q36           | TW-Q02=40;TW-Q16=CRAMP;TW-Q24=NONE      | SKIPPED",
        "TW-Q36           | TW-Q02=20;TW-Q16=CRAMP;TW-Q24=STIFF     | SKIPPED",
        "TW-Q37           | TW-Q02=20;TW-Q16=CRAMP;TW-Q05=TONGUE    | SKIPPED",
        "TW-Q37           | TW-Q02=20;TW-Q16=CRAMP;TW-Q05=NECK;TW-Q18=NO;TW-Q19=NONE;TW-Q23=NO;TW-Q27=NONE | NOT_ASKED",
        "TW-Q37.SPEED     | TW-Q02=70;TW-Q37=MEMORY                 | SKIPPED",
        "TW-Q39           | TW-Q12=WITHIN_2H                        | SKIPPED",
        "TW-Q57           | TW-Q16=HAND_LOCKS                       | SKIPPED",
        "TW-Q57           | TW-Q16=CRAMP;TW-Q25=AROUND_MOUTH        | SKIPPED",
        "TW-Q57           | TW-Q16=CRAMP;TW-Q25=ONE_ARM             | NOT_ASKED",
        "TW-Q42.STRETCH   | TW-Q12=NO_EXERCISE                      | NOT_ASKED",
        "TW-Q47           | TW-Q02=12                               | SKIPPED",
        "TW-Q47           | TW-Q02=11                               | NOT_ASKED",
        "TW-Q55.HEAT      | TW-Q08=D1_3                             | SKIPPED",
        "TW-Q55.HEAT      | TW-Q08=LT_24H                           | NOT_ASKED",
        "SAF-Q01          | TW-Q02=10;TW-Q03=FEMALE                 | SKIPPED",
        "SAF-Q01          | TW-Q02=55;TW-Q03=PREFER_NOT             | SKIPPED",
        "SAF-Q01          | TW-Q02=56;TW-Q03=FEMALE                 | NOT_ASKED",
        "SAF-Q01          | TW-Q02=9;TW-Q03=FEMALE                  | NOT_ASKED",
        "SAF-Q01          | TW-Q03=MALE                             | NOT_ASKED",
        "SAF-Q01          | TW-Q03=FEMALE                           | UNDECIDED",
        "TW-Q18           |                                         | SKIPPED",
        "TW-Q40.HEIGHT_CM |                                         | SKIPPED",
    })
    void questionIsAskedWhenItsAnswersAsk(String linkId, String given, AnswerState expected) {
        assertThat(answers(given == null ? "" : given).stateOf(linkId)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SAF-Q03 | MRI EMG NCS", "SAF-Q04 | MRI CT", "SAF-Q05 | MRI CT", "SAF-Q06 | CT", "SAF-Q07 | BLOOD EMG NCS CT MRI",
        "SAF-Q08 | EMG BLOOD", "SAF-Q09 | EMG", "SAF-Q10 | MRI CT", "SAF-Q11 | BLOOD EMG", "SAF-Q12 | EMG NCS", "SAF-Q02 | CT MRI",
    })
    void safetyQuestionIsAskedForItsTestsOnly(String linkId, String tests) {
        for (String test : new String[] {"BLOOD", "EMG", "NCS", "CT", "MRI"}) {
            assertThat(SomeAnswers.withAge(30).and("TW-Q03", "FEMALE").toTwitching(test).asks(linkId)).as(test)
                    .isEqualTo(Arrays.asList(tests.split(" ")).contains(test));
        }
    }

    private static Answers answers(String given) {
        SomeAnswers answers = SomeAnswers.with("TW-Q01", "SELF");
        for (String one : given.isEmpty() ? new String[0] : given.split(";")) {
            String[] parts = one.strip().split("=");
            if (parts[0].equals("TW-Q02")) {
                answers.and(parts[0], Answer.Amount.of(Long.parseLong(parts[1])));
            } else {
                answers.and(parts[0], parts[1].split("\\+"));
            }
        }
        return answers.toTwitching();
    }
}
