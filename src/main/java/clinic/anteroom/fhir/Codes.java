package clinic.anteroom.fhir;

import clinic.anteroom.shared.Language;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Systems of the clinic's own codes, and codes made of them. */
final class Codes {

    static final String VISIT_TYPE = "https://anteroom.clinic/fhir/CodeSystem/visit-type";
    static final String VISIT_PART = "https://anteroom.clinic/fhir/CodeSystem/visit-part";
    static final String TEST = "https://anteroom.clinic/fhir/CodeSystem/test-type";
    static final String SPECIALTY = "https://anteroom.clinic/fhir/CodeSystem/specialty";
    static final String PATIENT_ID = "https://anteroom.clinic/fhir/patient-id";
    static final String CANCELLATION = "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason";

    private static final String LANGUAGE = "urn:ietf:bcp:47";

    private Codes() {
    }

    /** One code with what a person reads; the display may be null. */
    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }

    /** A language as FHIR names it, with its English name. */
    static CodeableConcept language(Language language) {
        return concept(LANGUAGE, language.tag(), language.locale().getDisplayName(Locale.ENGLISH));
    }
}
