package clinic.anteroom.fhir;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.privacy.RecordEntry;
import clinic.anteroom.privacy.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;

/** Lines of a whole record as FHIR has them: flags are proposed orders, locks are consents that deny; what FHIR has no place for is Basic. */
final class RecordEntries {

    static final String ENTRY = "https://anteroom.clinic/fhir/StructureDefinition/record-entry";
    static final String KIND = "https://anteroom.clinic/fhir/CodeSystem/record-kind";
    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final List<String> TESTS = Stream.of(TestType.values()).map(Enum::name).toList();

    private final String patient;

    RecordEntries(UUID patientId) {
        patient = "Patient/" + patientId;
    }

    /** The resource a line becomes; never null. */
    DomainResource resource(RecordEntry entry) {
        DomainResource made = switch (entry.kind()) {
            case FLAG -> TESTS.contains(entry.what()) ? proposal(entry) : basic(entry);
            case RESULT -> report(entry);
            case MESSAGE -> message(entry);
            case LETTER -> letter(entry);
            case CONSENT -> consent(entry);
            case LOCK -> entry.what().equals("BROKEN_GLASS") ? basic(entry) : lock(entry);
            default -> basic(entry);
        };
        boolean own = entry.id() != null && !(made instanceof Basic);
        made.setId(own ? entry.id().toString() : UUID.nameUUIDFromBytes(entry.toString().getBytes(StandardCharsets.UTF_8)).toString());
        return made;
    }

    private ServiceRequest proposal(RecordEntry flag) {
        ServiceRequest request = new ServiceRequest().setIntent(ServiceRequestIntent.PROPOSAL).setSubject(new Reference(patient))
                .setStatus(flag.who() == null ? ServiceRequestStatus.ACTIVE : flag.state().equals("REJECTED") ? ServiceRequestStatus.REVOKED : ServiceRequestStatus.COMPLETED)
                .setCode(Codes.concept(Codes.TEST, flag.what(), TestType.valueOf(flag.what()).displayName())).setAuthoredOnElement(Moments.dateTime(flag.at()));
        request.addNote().setText(String.join("\n", Stream.of(flag.state(), flag.who(), flag.words()).filter(word -> word != null).toList()));
        return request;
    }

    private DiagnosticReport report(RecordEntry result) {
        return new DiagnosticReport().setStatus(DiagnosticReportStatus.fromCode(result.state().toLowerCase(Locale.ROOT)))
                .setCode(Codes.concept(Codes.TEST, result.what(), TestType.valueOf(result.what()).displayName())).setSubject(new Reference(patient))
                .setIssuedElement(Moments.instant(result.at())).addResultsInterpreter(new Reference().setDisplay(result.who()))
                .addBasedOn(new Reference("ServiceRequest/" + result.about())).setConclusion(result.words());
    }

    private Communication message(RecordEntry message) {
        Communication communication = new Communication().setStatus(CommunicationStatus.COMPLETED).setSubject(new Reference(patient))
                .setTopic(new CodeableConcept().setText(message.what())).setSentElement(Moments.dateTime(message.at()))
                .setSender(message.who().equals("patient") ? new Reference(patient) : new Reference().setDisplay(message.who()));
        communication.addPayload().setContent(new StringType(message.words()));
        return communication;
    }

    private Communication letter(RecordEntry letter) {
        Communication communication = new Communication().setSubject(new Reference(patient)).setTopic(new CodeableConcept().setText(letter.what()))
                .setStatus(switch (letter.state()) {
                    case "COMPLETED" -> CommunicationStatus.COMPLETED;
                    case "PREPARATION" -> CommunicationStatus.PREPARATION;
                    default -> CommunicationStatus.STOPPED;
                });
        if (communication.getStatus() == CommunicationStatus.COMPLETED) {
            communication.setSentElement(Moments.dateTime(letter.at()));
        }
        if (letter.who() != null) {
            communication.addRecipient(new Reference().setDisplay(letter.who()));
        }
        if (letter.words() != null) {
            communication.addNote().setText(letter.words());
        }
        return communication;
    }

    private Consent consent(RecordEntry entry) {
        Consent consent = new Consent().setStatus(entry.state().equals("ACTIVE") ? ConsentState.ACTIVE : ConsentState.INACTIVE)
                .setScope(Codes.concept(SCOPE, "patient-privacy", null)).addCategory(new CodeableConcept().setText(entry.what()))
                .setPatient(new Reference(patient)).setDateTimeElement(Moments.dateTime(entry.at()))
                .setPolicyRule(new CodeableConcept().setText(entry.words() == null ? entry.what() : entry.words()));
        if (entry.about() != null && entry.kind() == RecordKind.CONSENT) {
            consent.setSource(new Reference("QuestionnaireResponse/" + entry.about()));
        }
        return consent;
    }

    /** Nobody in a lock is known to FHIR by more than a name. */
    private Consent lock(RecordEntry lock) {
        Consent consent = consent(lock);
        consent.getProvision().setType(ConsentProvisionType.DENY).addActor().setRole(Codes.concept(ROLE, "IRCP", null)).setReference(new Reference().setDisplay(lock.who()));
        return consent;
    }

    private Basic basic(RecordEntry entry) {
        Basic basic = new Basic().setSubject(new Reference(patient)).setCode(Codes.concept(KIND, entry.kind().name(), null).setText(entry.what()));
        Extension all = basic.addExtension().setUrl(ENTRY);
        if (entry.at() != null) {
            all.addExtension("at", Moments.instant(entry.at()));
        }
        add(all, "id", entry.id() == null ? null : entry.id().toString());
        add(all, "about", entry.about() == null ? null : entry.about().toString());
        add(all, "what", entry.what());
        add(all, "state", entry.state());
        add(all, "who", entry.who());
        add(all, "words", entry.words());
        return basic;
    }

    private static void add(Extension all, String name, String text) {
        if (text != null) {
            all.addExtension(name, new StringType(text));
        }
    }
}
