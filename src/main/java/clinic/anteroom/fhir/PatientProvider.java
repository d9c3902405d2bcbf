package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.directory.PatientQuery;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.PatientSummary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;

/** Patients, by what is known of them. Each one shown is logged. */
@Dependent
public class PatientProvider implements IResourceProvider {

    private static final Map<String, AdministrativeGender> GENDERS = Map.of("FEMALE", AdministrativeGender.FEMALE, "MALE", AdministrativeGender.MALE,
            "INTERSEX", AdministrativeGender.OTHER, "PREFER_NOT", AdministrativeGender.UNKNOWN);

    @Inject
    private PatientService patients;

    @Inject
    private DirectoryService directory;

    @Override
    public Class<Patient> getResourceType() {
        return Patient.class;
    }

    /** One patient. */
    @Read
    public Patient read(@IdParam IdType id) {
        return Asked.id(id.getIdPart()).flatMap(patients::find).map(PatientProvider::patient)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** The patients who fit; nobody for a search that asks nothing. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "name") StringParam name, @OptionalParam(name = "birthdate") DateParam birthDate,
            @OptionalParam(name = "telecom") TokenParam telecom, RequestDetails request) {
        UUID wanted = id == null ? identified(identifier) : Asked.id(id);
        PatientQuery query = new PatientQuery(wanted, name == null ? null : name.getValue(), date(birthDate), telecom == null ? null : telecom.getValue());
        if (query.isUnbounded()) {
            return Searchset.nothing(request, Outcomes.warning(IssueType.TOOCOSTLY, "Ask for an identifier, name, birthdate or telecom.")).bundle();
        }
        return Searchset.of(request, directory.patients(query).stream().map(PatientProvider::patient).toList()).bundle();
    }

    static Patient patient(PatientSummary summary) {
        Patient patient = new Patient();
        patient.setId(summary.id().toString());
        patient.addIdentifier().setSystem(Codes.PATIENT_ID).setValue(summary.id().toString());
        patient.setActive(true).addName().setText(summary.name()).setFamily(summary.familyName()).addGiven(summary.givenName());
        patient.setBirthDateElement(new DateType(summary.birthDate().toString()));
        if (summary.sex() != null) {
            patient.setGender(GENDERS.get(summary.sex()));
        }
        if (summary.language() != null) {
            // Who needs an interpreter prefers to speak that language; this is the one they read.
            patient.addCommunication().setPreferred(summary.needs().interpreter() == null).setLanguage(Codes.language(summary.language()));
        }
        if (summary.phone() != null) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(summary.phone());
        }
        if (summary.email() != null) {
            patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(summary.email());
        }
        NeedsInFhir.write(summary.needs(), patient);
        return patient;
    }

    /** An identifier of a system that is not ours fits nobody, and is no error. */
    private static UUID identified(TokenParam identifier) {
        boolean foreign = identifier != null && identifier.getSystem() != null && !identifier.getSystem().isEmpty()
                && !identifier.getSystem().equals(Codes.PATIENT_ID);
        return foreign ? Asked.NOBODY : Asked.id(identifier);
    }

    private static LocalDate date(DateParam asked) {
        try {
            return asked == null ? null : LocalDate.parse(asked.getValueAsString());
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException("birthdate takes a whole date, for example 1958-04-11.");
        }
    }
}
