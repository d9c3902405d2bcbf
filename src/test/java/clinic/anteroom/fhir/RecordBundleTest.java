package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.privacy.RecordReason;
import clinic.anteroom.privacy.WholeRecord;
import clinic.anteroom.privacy.WholeRecordService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeRecord;
import clinic.anteroom.testing.TestDatabase;
import clinic.anteroom.triage.RuleSetRegister;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A whole record as FHIR reads it, with HAPI's validator as the judge. */
class RecordBundleTest {

    private final ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto"))).signedIn("privacy", Roles.PRIVACY_OFFICER);

    @Test
    @DisplayName("T42 the FHIR bundle of a record with one of everything has it all, and HAPI's validator finds no fault")
    void oneOfEverything() throws SQLException {
        house.transaction(() -> house.get(RuleSetRegister.class));
        try (ServersDatabase database = ServersDatabase.at(TestDatabase.dataSource().getConnection())) {
            SomeRecord some = SomeRecord.in(database, "Bundleby");
            WholeRecord record = house.transaction(() -> house.get(WholeRecordService.class).take(some.patient(), RecordReason.PATRQT)).orElseThrow();
            Bundle bundle = RecordBundle.of(record, QuestionnaireResponseProvider.documents(Questionnaires.shipped()));
            String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);

            assertThat(FilledFormsAreValidTest.faults(json)).isEmpty();
            assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
            assertThat(bundle.getEntry()).extracting(Bundle.BundleEntryComponent::getFullUrl).doesNotHaveDuplicates();
            assertThat(all(bundle, Resource.class).map(Resource::fhirType).distinct()).contains("Patient", "QuestionnaireResponse", "ServiceRequest", "Appointment", "DiagnosticReport",
                    "Communication", "Consent", "Media", "Basic");
            assertThat(all(bundle, Resource.class).count()).as("every line of the page is in it")
                    .isEqualTo(2L + record.forms().size() + record.orders().size() + record.visits().size() + record.entries().size());
            assertThat(json).contains("Since summer I drop cups.", "My answers may be read by the doctors.", "You may text me about visits.", "Paper of May", "My brother had the same.",
                    "Latex allergy", "Weak hand", "Fibrillations in two muscles.", "Came with her sister.", "May I come later?", "wilma@example.org", "A calm day.");
            assertThat(all(bundle, Patient.class)).singleElement().satisfies(patient -> assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("Bundleby"));
            assertThat(all(bundle, ServiceRequest.class).map(ServiceRequest::getIntent)).contains(ServiceRequest.ServiceRequestIntent.ORDER, ServiceRequest.ServiceRequestIntent.PROPOSAL);
            assertThat(all(bundle, Consent.class).filter(consent -> consent.getProvision().getType() == Consent.ConsentProvisionType.DENY)).hasSize(1);
            assertThat(all(bundle, DiagnosticReport.class).map(report -> report.getPresentedFormFirstRep().getTitle())).containsExactly("emg.pdf");
            assertThat(all(bundle, Media.class).map(media -> media.getContent().getData().length)).containsExactly(2);
        }
    }

    private static <T extends Resource> Stream<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource).filter(type::isInstance).map(type::cast);
    }
}
