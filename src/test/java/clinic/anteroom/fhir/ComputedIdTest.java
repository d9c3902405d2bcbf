package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.NewId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputedIdTest {

    private static final Instant NINE = Instant.parse("2026-11-30T14:00:00Z");

    @Test
    void anIdTellsWhatItWasMadeOfAndFitsIntoFhirsSixtyFourCharacters() {
        ComputedId slot = new ComputedId(NewId.next(), NINE, VisitIds.cut("A_KIND_OF_VISIT_WITH_A_VERY_LONG_NAME"));
        assertThat(slot.text()).hasSizeLessThanOrEqualTo(64).matches("[A-Za-z0-9.-]+");
        assertThat(ComputedId.read(slot.text())).contains(slot);
        ComputedId proposal = new ComputedId(NewId.next(), NINE, VisitIds.cut("A_KIND_OF_VISIT_WITH_A_VERY_LONG_NAME"),
                List.of(ComputedId.mark(NewId.next()), ComputedId.mark(NewId.next())));
        assertThat(proposal.text()).hasSizeLessThanOrEqualTo(64).matches("[A-Za-z0-9.-]+");
        assertThat(ComputedId.read(proposal.text())).contains(proposal);
        ComputedId stretch = new ComputedId(NewId.next(), NINE, null);
        assertThat(ComputedId.read(stretch.text())).contains(stretch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000-0000-7000-8000-000000000101", "00000000000070008000000000000101.htgui.", "00000000000070008000000000000101.HTGUI",
            "00000000000070008000000000000101.htgui.emg.emg1", "00000000000070008000000000000101.zzzzzzz"})
    void whatIsNoneOfOursNamesNothing(String id) {
        assertThat(ComputedId.read(id)).isEmpty();
    }

    @Test
    void colleaguesHaveMarksOfTheirOwn() {
        List<String> marks = IntStream.range(0, 40)
                .mapToObj(number -> ComputedId.mark(UUID.fromString("00000000-0000-7000-8000-0000000001%02d".formatted(number)))).toList();
        assertThat(marks).doesNotHaveDuplicates().allMatch(mark -> mark.matches("[0-9a-z]{3}"));
    }
}
