package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.WaitingOrders;
import java.net.URL;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.StringType;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other programs at the FHIR door, with the demo clinic behind it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FhirDoorIT {

    private static final LocalDate NEXT_MONTH = LocalDate.now(ZoneId.of("America/Toronto")).plusDays(30);
    private static final String DR_OSEI = "Practitioner/00000000-0000-7000-8000-000000000101";
    private static final String TWITCHING = "https://anteroom.clinic/questionnaires/muscle-twitching|1";
    private static final String FIRST_VISIT = "service-type=NEUROLOGY_FIRST";

    @ArquillianResource
    private URL home;

    @Test
    void whoShowsNoValidTokenReadsTheCapabilityStatementOnly() throws SQLException {
        for (String token : new String[] {null, "anteroom_" + "x".repeat(43), "nonsense"}) {
            SomeClient stranger = new SomeClient(home + "fhir/", token);
            assertThat(stranger.raw("Location").headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"anteroom\"");
            stranger.refused(401, "Patient?name=a");
            stranger.refused(401, "Nothing");
            assertThat(stranger.get(CapabilityStatement.class, "metadata").getFhirVersion().toCode()).isEqualTo("4.0.1");
        }
        SomeClient revoked = integrator();
        revoked.get(Bundle.class, "Location");
        try (ServersDatabase database = ServersDatabase.open()) {
            database.run("update access_token set revoked_at = now() where token_hash = ?", Sha256.of(revoked.token()));
        }
        revoked.refused(401, "Location");
    }

    @Test
    void whatTheCapabilityStatementPromisesWorks() throws SQLException {
        SomeClient client = integrator();
        CapabilityStatement statement = client.get(CapabilityStatement.class, "metadata");
        assertThat(statement.getRestFirstRep().getResource()).extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .containsExactlyInAnyOrder("Appointment", "Device", "HealthcareService", "Location", "OperationDefinition", "Patient", "Practitioner",
                        "PractitionerRole", "Questionnaire", "QuestionnaireResponse", "Schedule", "ServiceRequest", "Slot");
        for (String address : List.of("Device?device-name=EMG", "HealthcareService?service-type=EMG", "Location?name=EMG", "Patient?name=lindqvist",
                "Patient?telecom=416-555-0101", "Patient?birthdate=1958-04-11", "Practitioner?name=osei", "PractitionerRole?practitioner=" + DR_OSEI,
                "Questionnaire?url=https://anteroom.clinic/questionnaires/muscle-twitching", "Schedule?actor=" + DR_OSEI, "Slot?schedule.actor=" + DR_OSEI,
                "Slot?_sort=start&_include=Slot:schedule&" + FIRST_VISIT)) {
            Bundle found = client.get(Bundle.class, address + "&_count=3");
            assertThat(found.getTotal()).as(address).isPositive();
            Resource first = found.getEntryFirstRep().getResource();
            Resource again = client.get(first.getClass(), first.fhirType() + "/" + first.getIdElement().getIdPart());
            assertThat(json(again)).as("%s reads like it is listed", address).isEqualTo(json(first));
            client.get(Bundle.class, address + "&_count=3&_format=xml");
        }
    }

    @Test
    void unknownIdsOfEveryTypeAnswerAlike() throws SQLException {
        SomeClient doctor = SomeClient.in(home.toString(), "DOCTOR");
        for (String type : List.of("Appointment", "Device", "HealthcareService", "Location", "Patient", "Practitioner", "PractitionerRole",
                "Questionnaire", "QuestionnaireResponse", "Schedule", "ServiceRequest", "Slot")) {
            for (String id : List.of("00000000-0000-7000-8000-999999999999", "x", "00000000000070008000000000000101.zzzzz.emg")) {
                OperationOutcome outcome = (OperationOutcome) doctor.refused(404, type + "/" + id);
                assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(OperationOutcome.IssueType.NOTFOUND);
            }
        }
    }

    @Test
    void aSearchThatAsksNothingAnswersNothingAndSaysWhy() throws SQLException {
        SomeClient client = integrator();
        for (String address : List.of("Patient", "Appointment", "Appointment?status=booked", "Slot", "ServiceRequest")) {
            Bundle nothing = client.get(Bundle.class, address);
            assertThat(nothing.getTotal()).isZero();
            assertThat(nothing.getEntryFirstRep().getResource()).isInstanceOf(OperationOutcome.class);
        }
        assertThat(client.get(Bundle.class, "Patient?identifier=urn:elsewhere%7C1").getTotal()).isZero();
        client.refused(400, "Slot?nonsense=1");
        client.refused(400, "Slot?" + FIRST_VISIT + "&start=soon");
    }

    @Test
    void slotsPageInAFixedOrderByLinksAndByForms() throws SQLException {
        SomeClient client = integrator();
        String question = FIRST_VISIT + "&status=free&_sort=start&start=ge" + NEXT_MONTH + "&start=lt" + NEXT_MONTH.plusDays(7);
        Bundle all = client.get(Bundle.class, "Slot?" + question + "&_count=2000");
        Bundle first = client.get(Bundle.class, "Slot?" + question + "&_count=5");
        Bundle second = client.get(Bundle.class, first.getLink("next").getUrl());
        assertThat(Stream.concat(ids(first), ids(second))).containsExactlyElementsOf(ids(all).limit(10).toList());
        assertThat(ids((Bundle) client.form("Slot/_search", question + "&_count=5"))).containsExactlyElementsOf(ids(first).toList());
        assertThat(all.getEntry()).extracting(entry -> ((Slot) entry.getResource()).getStartElement().getValueAsString()).isSorted();

        Bundle capped = client.get(Bundle.class, "Slot?" + FIRST_VISIT + "&_count=1&start=ge" + NEXT_MONTH + "&start=lt" + NEXT_MONTH.plusYears(1));
        assertThat(capped.getEntry()).extracting(entry -> entry.getResource().fhirType()).contains("OperationOutcome");
    }

    @Test
    void anOrderIsFoundHeldBookedMovedAndCancelled() throws SQLException {
        SomeClient client = integrator();
        String order = waitingOrder();
        ServiceRequest request = client.get(ServiceRequest.class, "ServiceRequest/" + order);
        assertThat(request.hasReasonCode()).as("only a doctor reads why").isFalse();

        Bundle found = (Bundle) client.post(200, "Appointment/$find?_count=3", find().addParameter(referral(order)));
        Appointment proposal = (Appointment) found.getEntry().get(0).getResource();
        assertThat(proposal.getStatus()).isEqualTo(Appointment.AppointmentStatus.PROPOSED);
        assertThat(proposal.getParticipant()).as("patient, technologist, physician, room, machine").hasSize(5);

        Appointment held = only(client.post(200, "Appointment/$hold", reference(proposal)));
        assertThat(held.getStatus()).isEqualTo(Appointment.AppointmentStatus.PENDING);
        client.refused(404, "Appointment/" + proposal.getIdElement().getIdPart());

        Appointment booked = only(client.post(200, "Appointment/$book", reference(held)));
        assertThat(booked.getStatus()).isEqualTo(Appointment.AppointmentStatus.BOOKED);
        assertThat(booked.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/" + order);
        assertThat(client.get(Bundle.class, "Appointment?_include=Appointment:actor&status=booked&patient=" + request.getSubject().getReference()).getEntry())
                .extracting(entry -> entry.getResource().fhirType()).contains("Appointment", "Patient", "Practitioner", "Location", "Device");

        Appointment later = (Appointment) found.getEntry().get(2).getResource();
        booked.setStartElement(later.getStartElement()).setEndElement(later.getEndElement()).getParticipant().removeIf(one -> !one.getActor().getReference().startsWith("Patient"));
        Appointment moved = only(client.post(200, "Appointment/$book", resource(booked)));
        assertThat(moved.getIdElement().getIdPart()).isEqualTo(booked.getIdElement().getIdPart());
        assertThat(moved.getStartElement().getValueAsString()).isEqualTo(later.getStartElement().getValueAsString());
        client.post(409, "Appointment/$book", resource(booked.setStatus(Appointment.AppointmentStatus.CANCELLED)));

        moved.setStatus(Appointment.AppointmentStatus.CANCELLED).setCancelationReason(new CodeableConcept(new Coding(Codes.CANCELLATION, "pat", null)));
        Appointment cancelled = only(client.post(200, "Appointment/$book", resource(moved)));
        assertThat(cancelled.getStatus()).isEqualTo(Appointment.AppointmentStatus.CANCELLED);
        assertThat(cancelled.getCancelationReason().getCodingFirstRep().getCode()).isEqualTo("pat");
    }

    @Test
    void theSameIdempotencyKeyBooksOnceAndTheLoserIsToldWhatIsInTheWay() throws SQLException {
        SomeClient client = integrator();
        Appointment proposal = proposal(client, patient(3));
        SomeClient keyed = client.sending("Idempotency-Key", "key-" + proposal.getIdElement().getIdPart());
        Appointment once = only(keyed.post(200, "Appointment/$book", reference(proposal)));
        Appointment again = only(keyed.post(200, "Appointment/$book", reference(proposal)));
        assertThat(again.getIdElement().getIdPart()).isEqualTo(once.getIdElement().getIdPart());

        OperationOutcome refusal = (OperationOutcome) client.post(409, "Appointment/$book", reference(proposal));
        assertThat(refusal.getIssue()).extracting(issue -> issue.getDetails().getText()).contains(patient(3));
        assertThat(refusal.getIssue()).extracting(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
                .anySatisfy(words -> assertThat(words).contains("is taken " + once.getStartElement().getValueAsString()));

        Appointment rival = once.copy();
        rival.setId((String) null);
        rival.getParticipant().forEach(one -> {
            if (one.getActor().getReference().startsWith("Patient/")) {
                one.setActor(new Reference(patient(4)));
            }
        });
        OperationOutcome blocked = (OperationOutcome) client.post(409, "Appointment/$book", resource(rival));
        String person = once.getParticipant().stream().map(one -> one.getActor().getReference()).filter(one -> one.startsWith("Practitioner/")).findFirst().orElseThrow();
        assertThat(blocked.getIssue()).extracting(issue -> issue.getDetails().getText()).contains(person);
        keyed.post(422, "Appointment/$book", resource(rival));
    }

    @Test
    @DisplayName("T23 a program books, and what else it says of the visit is not taken")
    void whatAProgramMayNotSetIsNotTaken() throws SQLException {
        SomeClient client = integrator();
        Appointment proposal = proposal(client, patient(2));
        Appointment more = proposal.copy();
        more.setId((String) null);
        more.setStatus(Appointment.AppointmentStatus.FULFILLED).setEnd(Date.from(proposal.getEnd().toInstant().plus(8, ChronoUnit.HOURS))).setMinutesDuration(600).setPriority(9)
                .setComment("said by a program").setDescription("said by a program").setPatientInstruction("said by a program")
                .setCreated(Date.from(Instant.EPOCH)).setCancelationReason(new CodeableConcept().setText("said by a program"))
                .addReasonCode(new CodeableConcept().setText("said by a program")).addIdentifier(new Identifier().setSystem("urn:said").setValue("said by a program"));
        more.getParticipant().forEach(one -> one.setStatus(Appointment.ParticipationStatus.DECLINED));
        more.getMeta().addTag("urn:said", "said by a program", null);

        Appointment booked = only(client.post(200, "Appointment/$book", resource(more)));
        assertThat(booked.getStatus()).isEqualTo(Appointment.AppointmentStatus.BOOKED);
        assertThat(booked.getEnd()).isEqualTo(proposal.getEnd());
        assertThat(booked.getMinutesDuration()).isNotEqualTo(600);
        assertThat(booked.getPriority()).isNotEqualTo(9);
        assertThat(booked.getCreated()).isNotEqualTo(Date.from(Instant.EPOCH));
        assertThat(booked.getParticipant()).extracting(Appointment.AppointmentParticipantComponent::getStatus).doesNotContain(Appointment.ParticipationStatus.DECLINED);
        String whole = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(client.get(Appointment.class, "Appointment/" + booked.getIdElement().getIdPart()));
        assertThat(whole).contains("\"booked\"").doesNotContain("said by a program");
    }

    @Test
    void ofTenClientsAtOneTimeOneWins() throws SQLException {
        SomeClient client = integrator();
        Appointment wanted = proposal(client, patient(5));
        List<Integer> statuses = Stream.iterate(6, number -> number + 1).limit(10).parallel()
                .map(number -> client.post("Appointment/$book", resource(forPatient(wanted, patient(number))))).toList();
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status != 200)).containsOnly(409);
    }

    @Test
    void rulesAreAskedAndNothingIsStored() throws SQLException {
        SomeClient client = integrator();
        try (ServersDatabase database = ServersDatabase.open()) {
            String before = database.one("select count(*) from evaluation");
            Parameters answer = (Parameters) client.post(200, "QuestionnaireResponse/$triage", weakArm("YES_CANT_DO"));
            assertThat(answer.getParameter("urgency").getValue().primitiveValue()).isIn("SOON", "URGENT");
            assertThat(answer.getParameter()).filteredOn(one -> one.getName().equals("flag"))
                    .anySatisfy(flag -> assertThat(flag.getPart()).anySatisfy(part -> assertThat(part.getValue().primitiveValue()).isEqualTo("TW-S01")));
            assertThat(answer.getParameter()).extracting(Parameters.ParametersParameterComponent::getName).contains("unknown", "basis");
            assertThat(database.one("select count(*) from evaluation")).isEqualTo(before);
        }
        OperationOutcome refusal = (OperationOutcome) client.post(422, "QuestionnaireResponse/$triage", weakArm("NOBODY_OFFERS_THIS"));
        assertThat(refusal.getIssueFirstRep().getDiagnostics()).startsWith("TW-Q18");
        SomeClient.in(home.toString(), "RECEPTIONIST").post(403, "QuestionnaireResponse/$triage", weakArm("YES_CANT_DO"));
    }

    @Test
    void formsAreForDoctorsOnly() throws SQLException {
        String order = waitingOrder();
        SomeClient doctor = SomeClient.in(home.toString(), "DOCTOR");
        ServiceRequest request = doctor.get(ServiceRequest.class, "ServiceRequest/" + order);
        assertThat(request.getReasonCodeFirstRep().getText()).isEqualTo("Weak arm with twitching");
        Bundle forms = doctor.get(Bundle.class, "QuestionnaireResponse?patient=" + request.getSubject().getReference());
        assertThat(forms.getTotal()).isPositive();
        integrator().refused(403, "QuestionnaireResponse?patient=" + request.getSubject().getReference());
        integrator().refused(403, "QuestionnaireResponse/" + forms.getEntryFirstRep().getResource().getIdElement().getIdPart());
    }

    @Test
    void whoWasShownStandsInTheTrail() throws SQLException {
        SomeClient.in(home.toString(), "RECEPTIONIST").get(Bundle.class, "Patient?name=whitfield");
        try (ServersDatabase database = ServersDatabase.open()) {
            assertThat(database.list("select agent_role from audit_event where agent = 'client:test-receptionist' and entity = 'Patient' and action = 'VIEW'"))
                    .contains("RECEPTIONIST");
        }
    }

    private SomeClient integrator() throws SQLException {
        return SomeClient.in(home.toString(), "INTEGRATOR");
    }

    private static String waitingOrder() throws SQLException {
        try (ServersDatabase database = ServersDatabase.open()) {
            return WaitingOrders.of(database, 1).get(0);
        }
    }

    private static String patient(int number) {
        return "Patient/00000000-0000-7000-8000-0000000004" + String.format("%02d", number);
    }

    private static Parameters find() {
        Parameters parameters = new Parameters();
        parameters.addParameter("start", new DateTimeType(NEXT_MONTH.toString()));
        parameters.addParameter("end", new DateTimeType(NEXT_MONTH.plusDays(14).toString()));
        return parameters;
    }

    private static Parameters.ParametersParameterComponent referral(String order) {
        return new Parameters.ParametersParameterComponent().setName("referral-identifier").setValue(new Identifier().setValue(order));
    }

    private static Appointment proposal(SomeClient client, String patient) {
        Parameters parameters = find();
        parameters.addParameter("visit-type", new StringType(Codes.VISIT_TYPE + "|NEUROLOGY_FIRST"));
        parameters.addParameter("practitioner", new Reference(DR_OSEI));
        parameters.addParameter("patient-reference", new Reference(patient));
        return (Appointment) ((Bundle) client.post(200, "Appointment/$find?_count=1", parameters)).getEntryFirstRep().getResource();
    }

    private static Appointment forPatient(Appointment proposal, String patient) {
        Appointment wanted = proposal.copy();
        wanted.setId((String) null);
        wanted.getParticipant().stream().filter(one -> one.getActor().getReference().startsWith("Patient/")).forEach(one -> one.setActor(new Reference(patient)));
        return wanted;
    }

    private static Parameters reference(Appointment appointment) {
        Parameters parameters = new Parameters();
        parameters.addParameter("appointment-reference", new Reference("Appointment/" + appointment.getIdElement().getIdPart()));
        return parameters;
    }

    private static Parameters resource(Appointment appointment) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("appointment-resource").setResource(appointment);
        return parameters;
    }

    private static Appointment only(Resource answer) {
        assertThat(((Bundle) answer).getEntry()).hasSize(1);
        return (Appointment) ((Bundle) answer).getEntryFirstRep().getResource();
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    private static Stream<String> ids(Bundle bundle) {
        return bundle.getEntry().stream().map(entry -> entry.getResource().getIdElement().getIdPart());
    }

    private static QuestionnaireResponse weakArm(String answer) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setQuestionnaire(TWITCHING).setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED)
                .setAuthoredElement(new DateTimeType("2026-11-23"));
        response.addItem().setLinkId("TW-Q02").addAnswer().setValue(new IntegerType(58));
        response.addItem().setLinkId("TW-Q05").addAnswer().setValue(new Coding().setCode("UPPER_ARM"));
        response.addItem().setLinkId("TW-Q18").addAnswer().setValue(new Coding().setCode(answer));
        return response;
    }
}
