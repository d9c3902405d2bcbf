package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {

    @ParameterizedTest
    @CsvSource({
        "lump,             submandibular-swelling",
        "FAINT,            passing-out",
        "black-out,        passing-out",
        "covid smell,      smell-after-covid",
        "bruise,           bleeding-clotting",
        "'  belly  pain ', belly-button-pain",
        "twitch,           muscle-twitching",
    })
    void isFoundByTheBeginningsOfItsWords(String typed, String name) {
        assertThat(SomeQuestionnaires.ALL.stream().map(one -> Complaint.of(one, Optional.empty())).filter(one -> one.fits(typed)))
                .extracting(Complaint::name).containsExactly(name);
    }

    @Test
    void everythingFitsNothingTypedAndNothingFitsNonsense() {
        assertThat(SomeQuestionnaires.ALL.stream().map(one -> Complaint.of(one, Optional.empty()))).allMatch(one -> one.fits("")).allMatch(one -> one.fits(" ?! "))
                .noneMatch(one -> one.fits("zebra"));
    }
}
