package clinic.anteroom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import clinic.anteroom.shared.Language;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatientTest {

    @Test
    void samePhoneIsFoundHoweverItIsWritten() {
        Patient patient = patient("+1 416 555 0142", null);
        assertThat(patient.isReachedBy("(416) 555-0142", null)).isTrue();
        assertThat(patient.isReachedBy("416 555 0143", null)).isFalse();
    }

    @Test
    void sameEmailIsFoundInAnyCase() {
        assertThat(patient(null, "ana@example.org").isReachedBy("4165550142", "Ana@Example.org")).isTrue();
    }

    @Test
    void whoLeftNothingInCommonIsSomebodyElse() {
        assertThat(patient("4165550142", null).isReachedBy(null, "ana@example.org")).isFalse();
        assertThat(patient(null, null).isReachedBy(null, null)).isFalse();
    }

    @Test
    void laterFormAddsWhatWasMissingAndReplacesNothing() {
        Patient patient = patient("4165550142", null);
        patient.tells(new RegisterPatient("Ana", "Silva", LocalDate.of(1968, 12, 3), "FEMALE", "9055550100", "ana@example.org", Language.FRENCH));
        assertThat(patient.summary().phone()).isEqualTo("4165550142");
        assertThat(patient.summary().email()).isEqualTo("ana@example.org");
        assertThat(patient.summary().sex()).isEqualTo("FEMALE");
    }

    private static Patient patient(String phone, String email) {
        return new Patient(UUID.randomUUID(), new RegisterPatient("Ana", "Silva", LocalDate.of(1968, 12, 3), null, phone, email, Language.ENGLISH),
                Instant.parse("2026-11-23T14:00:00Z"));
    }
}
