package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.finder.VisitType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitChoiceTest {

    private static final List<VisitType> OFFERED = List.of(
            visit("NCS", "NCS"), visit("EMG", "EMG", "NCS"), visit("BLOOD_DRAW", "BLOOD"), visit("TALK"));

    private static VisitType visit(String code, String... tests) {
        return new VisitType(code, code, 15, Set.of(tests), List.of(new VisitType.Phase(1, code, Duration.ofMinutes(30), List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "EMG, EMG, EMG",
        "NCS, NCS, NCS",
        "NCS, EMG+NCS, EMG",
        "EMG, EMG+NCS+BLOOD, EMG",
        "BLOOD, EMG+NCS+BLOOD, BLOOD_DRAW",
    })
    void onePatientComesOnceForWhatOneVisitAnswers(String test, String waiting, String chosen) {
        assertThat(VisitChoice.of(test, Set.of(waiting.split("\\+")), OFFERED)).map(VisitType::code).contains(chosen);
    }

    @Test
    void aTestNobodyOffersHasNoVisit() {
        assertThat(VisitChoice.of("CT", Set.of("CT"), OFFERED)).isEmpty();
    }
}
