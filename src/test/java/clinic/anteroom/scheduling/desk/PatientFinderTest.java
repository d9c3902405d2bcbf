package clinic.anteroom.scheduling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientFinderTest {

    private final SomeFrontDesk desk = new SomeFrontDesk();
    private final UUID renee = desk.patient("Ren\u00e9e", "C\u00f4t\u00e9-" + desk.mark, "1961-07-19", "+1 (416) 555-0199");

    @ParameterizedTest
    @ValueSource(strings = {"renee cote-%s", "COTE-%s", "cote-%s renee", "%s 1961-07-19", "%s 19.7.1961", "%s 416 555 0199", "Rene Cote-%s"})
    void whateverIsSaidFindsThePatient(String said) {
        assertThat(find(said.formatted(desk.mark))).contains(renee);
    }

    @Test
    void everythingThatIsSaidMustFit() {
        assertThat(find("cote-" + desk.mark + " 1961-07-20")).doesNotContain(renee);
    }

    @Test
    void aCardAndAReferenceFindExactlyOne() {
        String card = "ON" + Math.abs(renee.hashCode() % 100_000_000);
        desk.sql("update patient set card_number = ? where id = ?", card, renee);
        UUID visit = desk.visit(renee, "2026-12-02T09:00");
        String reference = desk.boards(boards -> boards.of(LocalDate.of(2026, 12, 2), 1)).visits().get(visit).reference();

        assertThat(find(reference)).containsExactly(renee);
        assertThat(find(reference.substring(0, 4) + "-" + reference.substring(4).toLowerCase())).containsExactly(renee);
        java.util.List<FoundPatient> found = desk.finder(finder -> finder.find(new PatientWords("", null, card.substring(2), card, "")));
        assertThat(found).extracting(FoundPatient::id).containsExactly(renee);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "12", "1961-13-40"})
    void whatFitsAnybodyAsksNothing(String said) {
        assertThat(PatientWords.of(said).isEmpty()).isTrue();
    }

    @Test
    void whoLooksLikeSomebodyKnownIsShownFirst() {
        assertThat(alike("Renee", "Cote-" + desk.mark, "1961-07-19", "416 555 0000")).contains(renee);
        assertThat(alike("Rene", "Cote-" + desk.mark, "1999-01-01", "+1 416 555 0199")).contains(renee);
        assertThat(alike("Bob", "Miller", "1961-07-19", "416 555 0000")).doesNotContain(renee);
    }

    private java.util.List<UUID> find(String said) {
        return desk.finder(finder -> finder.find(PatientWords.of(said))).stream().map(FoundPatient::id).toList();
    }

    private java.util.List<UUID> alike(String given, String family, String born, String phone) {
        return desk.finder(finder -> finder.alike(new NewPatient(given, family, LocalDate.parse(born), phone, null, null))).stream().map(FoundPatient::id).toList();
    }
}
