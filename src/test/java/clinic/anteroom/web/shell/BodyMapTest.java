package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.intake.Option;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BodyMapTest {

    private static final List<Option> PLACES = Stream.of("EYELID", "FACE_MOUTH", "TONGUE", "NECK", "SHOULDER", "UPPER_ARM", "FOREARM",
            "HAND_FINGERS", "CHEST", "ABDOMEN", "UPPER_BACK", "LOWER_BACK", "BUTTOCK_HIP", "THIGH", "CALF_SHIN", "FOOT_TOES", "MOVES_AROUND",
            "WHOLE_BODY").map(code -> new Option(code, code, false)).toList();

    @Test
    void everyPlaceOfTheTwitchingFormIsOnAFigure() {
        assertThat(BodyMap.of(PLACES)).flatExtracting(BodyMap.Figure::blocks).extracting(BodyMap.Block::code)
                .containsAll(PLACES.stream().map(Option::code).filter(code -> !List.of("MOVES_AROUND", "WHOLE_BODY").contains(code)).toList());
    }

    @Test
    void everyBlockIsATargetForShakyFingersAndNoneCoversAnother() {
        for (BodyMap.Figure figure : BodyMap.of(PLACES)) {
            for (BodyMap.Block one : figure.blocks()) {
                assertThat(Math.min(one.width(), one.height())).as(one.code()).isGreaterThanOrEqualTo(44);
                assertThat(figure.blocks()).filteredOn(other -> other != one && overlap(one, other)).as(figure.name() + " " + one.code()).isEmpty();
            }
        }
    }

    @Test
    void placeThatIsNotOfferedIsNotDrawn() {
        List<Option> withoutTongue = PLACES.stream().filter(option -> !option.code().equals("TONGUE")).toList();
        assertThat(BodyMap.of(withoutTongue)).flatExtracting(BodyMap.Figure::blocks).extracting(BodyMap.Block::code).doesNotContain("TONGUE");
    }

    @Test
    void otherQuestionsHaveNoFigures() {
        assertThat(BodyMap.of(List.of(new Option("CHEST", "Chest", false), new Option("NONE", "None", true)))).isEmpty();
    }

    private static boolean overlap(BodyMap.Block one, BodyMap.Block other) {
        return one.x() < other.x() + other.width() && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height() && other.y() < one.y() + one.height();
    }
}
