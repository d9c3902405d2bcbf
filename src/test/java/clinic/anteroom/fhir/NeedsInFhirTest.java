package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.directory.AccessNeeds;
import clinic.anteroom.directory.ContactBy;
import clinic.anteroom.directory.GoodTime;
import clinic.anteroom.directory.Need;
import clinic.anteroom.directory.PatientSummary;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class NeedsInFhirTest {

    @Test
    void needsStandWhereOtherSystemsLookForThem() {
        Patient patient = written(new AccessNeeds(ContactBy.EMAIL, Set.of(GoodTime.MORNING), "fa", Set.of(Need.WHEELCHAIR, Need.CANNOT_WRITE), "A guide dog."));
        assertThat(patient.getCommunicationFirstRep().getLanguage().getCodingFirstRep().getCode()).isEqualTo("fa");
        assertThat(patient.getCommunicationFirstRep().getLanguage().getCodingFirstRep().getDisplay()).isEqualTo("Persian");
        assertThat(((BooleanType) patient.getExtensionByUrl(NeedsInFhir.INTERPRETER).getValue()).booleanValue()).isTrue();
        assertThat(patient.getTelecom()).extracting(point -> point.getRank()).containsExactly(0, 1);
        assertThat(patient.getExtensionsByUrl(NeedsInFhir.NEED)).hasSize(3);
        assertThat(patient.getExtensionByUrl(NeedsInFhir.GOOD_TIME).getValue().primitiveValue()).isEqualTo("MORNING");
    }

    @Test
    void nothingToldAddsNothing() {
        Patient patient = written(AccessNeeds.NONE);
        assertThat(patient.hasCommunication()).isFalse();
        assertThat(patient.hasExtension()).isFalse();
    }

    private static Patient written(AccessNeeds needs) {
        return PatientProvider.patient(new PatientSummary(UUID.randomUUID(), "Ana", "Silva", LocalDate.of(1968, 12, 3), null, "416 555 0100",
                "ana@example.org", null, needs));
    }
}
