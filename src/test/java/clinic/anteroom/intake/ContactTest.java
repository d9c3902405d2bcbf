package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.FieldRefused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BORN = LocalDate.of(1968, 12, 3);

    @Test
    void nameBirthDateAndOneWayToReachAreEnough() {
        assertThat(new Contact(" Ana  Maria ", "Silva", BORN, null, "ana@example.org").faults(57, TODAY)).isEmpty();
        assertThat(new Contact("Ana", "Silva", BORN, "416-555-0142", null).faults(null, TODAY)).isEmpty();
        assertThat(new Contact(" Ana  Maria ", "Silva", BORN, null, null).givenName()).isEqualTo("Ana Maria");
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        assertThat(fields(new Contact(" ", null, null, "", " ").faults(null, TODAY)))
                .containsExactly("givenName", "familyName", "birthDate", "phone");
    }

    @ParameterizedTest
    @CsvSource({"56, 0", "57, 0", "58, 0", "59, 1", "55, 1"})
    void ageMayDifferFromTheBirthDateByOneYear(int answered, int faults) {
        assertThat(new Contact("Ana", "Silva", BORN, "4165550142", null).faults(answered, TODAY)).hasSize(faults);
    }

    @Test
    void refusalOfABirthDateNamesBothAges() {
        assertThat(new Contact("Ana", "Silva", BORN, "4165550142", null).faults(80, TODAY))
                .containsExactly(new FieldRefused("birthDate", "refusal.contact_birth_date_against_age", 80, 57));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "1896-11-22"})
    void birthDateLiesInALifetime(LocalDate date) {
        assertThat(fields(new Contact("Ana", "Silva", date, "4165550142", null).faults(null, TODAY))).containsExactly("birthDate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "call me", "+1 416 555 0142 ext 5", "1234567890123456"})
    void phoneHasSevenToFifteenDigits(String phone) {
        assertThat(fields(new Contact("Ana", "Silva", BORN, phone, null).faults(null, TODAY))).containsExactly("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "ana@", "ana@example", "a b@example.org", "ana@example.org,eve@example.org"})
    void emailIsOneAddress(String email) {
        assertThat(fields(new Contact("Ana", "Silva", BORN, null, email).faults(null, TODAY))).containsExactly("email");
    }

    @Test
    void nobodyIsNamedInItsText() {
        assertThat(new Contact("Ana", "Silva", BORN, "4165550142", null)).hasToString("contact");
    }

    private static List<String> fields(List<FieldRefused> faults) {
        return faults.stream().map(FieldRefused::field).toList();
    }
}
