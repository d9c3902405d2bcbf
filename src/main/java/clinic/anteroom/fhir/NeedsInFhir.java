package clinic.anteroom.fhir;

import clinic.anteroom.directory.AccessNeeds;
import clinic.anteroom.directory.ContactBy;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;

/**
 * What helps a patient, in FHIR's own places where there are any: the language and the standard extension
 * {@code patient-interpreterRequired} for interpreters, {@code rank} for the preferred way to reach somebody, and the
 * clinic's extension for the rest.
 */
final class NeedsInFhir {

    static final String INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";
    static final String NEED = "https://anteroom.clinic/fhir/StructureDefinition/access-need";
    static final String NEED_CODES = "https://anteroom.clinic/fhir/CodeSystem/access-need";
    static final String GOOD_TIME = "https://anteroom.clinic/fhir/StructureDefinition/good-time";
    private static final String LANGUAGES = "urn:ietf:bcp:47";

    private NeedsInFhir() {
    }

    static void write(AccessNeeds needs, Patient patient) {
        if (needs.interpreter() != null) {
            patient.addExtension(INTERPRETER, new BooleanType(true));
            patient.addCommunication().setPreferred(true).setLanguage(Codes.concept(LANGUAGES, needs.interpreter(),
                    Locale.forLanguageTag(needs.interpreter()).getDisplayLanguage(Locale.ENGLISH)));
        }
        needs.needs().stream().sorted().forEach(need -> patient.addExtension(NEED, Codes.concept(NEED_CODES, need.name(), null)));
        if (needs.words() != null) {
            patient.addExtension(NEED, new CodeableConcept().setText(needs.words()));
        }
        needs.times().stream().sorted().forEach(time -> patient.addExtension(GOOD_TIME, new CodeType(time.name())));
        if (needs.contactBy() != null) {
            ContactPointSystem preferred = needs.contactBy() == ContactBy.PHONE ? ContactPointSystem.PHONE : ContactPointSystem.EMAIL;
            patient.getTelecom().stream().filter(point -> point.getSystem() == preferred).forEach(point -> point.setRank(1));
        }
    }
}
