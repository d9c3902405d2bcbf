package clinic.anteroom.fhir;

import clinic.anteroom.privacy.RecordEntry;
import clinic.anteroom.privacy.RecordFile;
import clinic.anteroom.privacy.RecordKind;
import clinic.anteroom.privacy.WholeRecord;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A whole record as one collection: what the door gives away elsewhere as it does there, the rest as {@link RecordEntries} makes it. */
final class RecordBundle {

    private static final String HOME = "https://anteroom.clinic/fhir/";

    private final Bundle bundle = new Bundle();
    private final WholeRecord record;

    private RecordBundle(WholeRecord record) {
        this.record = record;
    }

    /**
     * The collection.
     *
     * @param asked every questionnaire by its canonical address with version
     */
    static Bundle of(WholeRecord record, Map<String, Questionnaire> asked) {
        RecordBundle made = new RecordBundle(record);
        made.bundle.setType(BundleType.COLLECTION).setTimestampElement(Moments.instant(record.takenAt()));
        made.add(PatientProvider.patient(record.who()));
        record.forms().forEach(form -> made.add(QuestionnaireResponseProvider.response(form, asked)));
        record.orders().forEach(order -> made.add(ServiceRequestProvider.request(order)));
        record.visits().forEach(visit -> made.add(Appointed.of(visit)));
        RecordEntries entries = new RecordEntries(record.who().id());
        record.entries().forEach(entry -> made.add(made.whole(entries.resource(entry), entry)));
        record.files().stream().filter(file -> file.kind() == RecordKind.PHOTO).forEach(file -> made.add(made.photo(file)));
        return made.bundle;
    }

    private void add(Resource resource) {
        bundle.addEntry().setFullUrl(HOME + resource.fhirType() + "/" + resource.getIdPart()).setResource(resource);
    }

    private Resource whole(Resource resource, RecordEntry entry) {
        if (resource instanceof DiagnosticReport report) {
            record.files().stream().filter(file -> file.of().equals(entry.id())).forEach(file -> report.addPresentedForm(attachment(file)));
        }
        return resource;
    }

    private Media photo(RecordFile file) {
        Media media = new Media();
        media.setId(file.of().toString());
        UUID whose = record.who().id();
        return media.setStatus(Media.MediaStatus.COMPLETED).setSubject(new Reference("Patient/" + whose)).setContent(attachment(file));
    }

    private static Attachment attachment(RecordFile file) {
        return new Attachment().setContentType(file.contentType()).setTitle(file.name()).setData(file.content());
    }
}
