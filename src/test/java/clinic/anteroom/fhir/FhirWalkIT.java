package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.WaitingOrders;
import java.net.URL;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.StringType;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every resource and every search parameter that other programs are promised, one by one, in JSON and in XML. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FhirWalkIT {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final LocalDate FROM = LocalDate.now(TORONTO).plusDays(35);
    private static final String OSEI = "00000000-0000-7000-8000-000000000101";
    private static final String DR_OSEI = "Practitioner/" + OSEI;
    private static final String HERS = "schedule=Schedule/" + OSEI;
    private static final String THEN = "&start=ge" + FROM + "&start=le" + FROM.plusDays(6);

    @ArquillianResource
    private URL home;

    @Test
    void slotsBySchedule() throws SQLException {
        List<Slot> hers = slots(HERS + THEN + "&_count=500");
        assertThat(hers).isNotEmpty().allSatisfy(slot -> assertThat(slot.getSchedule().getReference()).isEqualTo("Schedule/" + OSEI));
        assertThat(ids(slots("schedule.actor=" + DR_OSEI + THEN + "&_count=500"))).isEqualTo(ids(hers));
        assertThat(ids(slots("schedule.actor:Practitioner=" + OSEI + THEN + "&_count=500"))).isEqualTo(ids(hers));
        assertThat(slots("schedule=Schedule/00000000-0000-7000-8000-999999999999" + THEN)).isEmpty();
    }

    @Test
    void slotsByStatusShowWhatWasBooked() throws SQLException {
        Appointment booked = booked(client(), patient(7));
        LocalDate day = day(booked);
        List<Slot> busy = slots(HERS + "&start=ge" + day + "&start=lt" + day.plusDays(1) + "&status=busy");
        assertThat(busy).allSatisfy(slot -> assertThat(slot.getStatus()).isEqualTo(Slot.SlotStatus.BUSY))
                .anyMatch(slot -> !slot.getStart().after(booked.getStart()) && !slot.getEnd().before(booked.getEnd()));
        assertThat(slots(HERS + "&start=ge" + day + "&start=lt" + day.plusDays(1) + "&status=free&service-type=NEUROLOGY_FIRST&_count=200"))
                .noneMatch(slot -> slot.getStart().before(booked.getEnd()) && slot.getEnd().after(booked.getStart()));
        assertThat(slots(HERS + THEN + "&status=free")).isNotEmpty().allSatisfy(slot -> assertThat(slot.getStatus()).isEqualTo(Slot.SlotStatus.FREE));
    }

    @Test
    void slotsByStartAndServiceType() throws SQLException {
        List<Slot> starts = slots("service-type=NEUROLOGY_FIRST" + THEN + "&_count=1000");
        assertThat(starts).isNotEmpty().allSatisfy(slot -> {
            assertThat(slot.getServiceTypeFirstRep().getCodingFirstRep().getCode()).isEqualTo("NEUROLOGY_FIRST");
            assertThat(slot.getEnd().getTime() - slot.getStart().getTime()).as("as long as the whole visit").isEqualTo(40 * 60_000L);
            LocalDate day = slot.getStart().toInstant().atZone(TORONTO).toLocalDate();
            assertThat(day).isBetween(FROM, FROM.plusDays(6));
        });
        String middle = starts.get(starts.size() / 2).getStartElement().getValueAsString().replace("+", "%2B");
        assertThat(slots("service-type=NEUROLOGY_FIRST&start=ge" + middle + "&start=le" + middle)).isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.getStartElement().getValueAsString().replace("+", "%2B")).isEqualTo(middle));
        assertThat(slots("service-type=NOBODY_OFFERS_THIS" + THEN)).isEmpty();
    }

    @Test
    void slotsAreCountedSortedAndCarryTheirSchedules() throws SQLException {
        Bundle page = client().get(Bundle.class, "Slot?" + HERS + THEN + "&_count=4&_sort=start&_include=Slot:schedule");
        assertThat(of(Slot.class, page)).hasSize(4).extracting(slot -> slot.getStart().toInstant()).isSorted();
        assertThat(page.getEntry()).filteredOn(entry -> entry.getSearch().getMode() == Bundle.SearchEntryMode.INCLUDE)
                .extracting(entry -> entry.getResource().getIdElement().getIdPart()).containsExactly(OSEI);
        List<Slot> all = slots(HERS + THEN + "&_sort=start&_count=500");
        List<Slot> backwards = slots(HERS + THEN + "&_sort=-start&_count=500");
        assertThat(backwards.get(0).getStart()).isEqualTo(all.get(all.size() - 1).getStart());
        Bundle posted = (Bundle) client().form("Slot/_search", HERS + THEN + "&_count=4&_sort=start&_include=Slot:schedule");
        assertThat(ids(of(Slot.class, posted))).isEqualTo(ids(of(Slot.class, page)));
        Bundle xml = client().get(Bundle.class, "Slot?" + HERS + THEN + "&_count=4&_sort=start&_include=Slot:schedule&_format=xml");
        assertThat(ids(of(Slot.class, xml))).isEqualTo(ids(of(Slot.class, page)));
    }

    @Test
    void appointmentsByPatientDatePractitionerAndStatus() throws SQLException {
        SomeClient client = client();
        Appointment booked = booked(client, patient(8));
        String id = booked.getIdElement().getIdPart();
        LocalDate day = day(booked);
        String thatDay = "date=ge" + day + "&date=lt" + day.plusDays(1);
        for (String question : List.of("patient=" + patient(8), "patient=" + patient(8) + "&status=booked", "actor=" + patient(8), thatDay, "date=" + day,
                thatDay + "&practitioner=" + DR_OSEI, thatDay + "&practitioner=" + DR_OSEI + "&status=booked,arrived", thatDay + "&service-type=NEUROLOGY_FIRST",
                thatDay + "&_sort=date", "_id=" + id, "patient=" + patient(8) + "&" + thatDay + "&practitioner=" + DR_OSEI + "&status=booked&_sort=date")) {
            assertThat(ids(appointments(client, question))).as(question).contains(id);
            assertThat(ids(of(Appointment.class, client.get(Bundle.class, "Appointment?" + question + "&_count=500&_format=xml")))).as(question + " in XML").contains(id);
        }
        for (String question : List.of("patient=" + patient(8) + "&status=cancelled", thatDay + "&status=noshow", "patient=" + patient(9) + "&" + thatDay,
                "patient=" + patient(8) + "&date=ge" + day.plusDays(1), thatDay + "&practitioner=Practitioner/00000000-0000-7000-8000-999999999999")) {
            assertThat(ids(appointments(client, question))).as(question).doesNotContain(id);
        }
        assertThat(ids(of(Appointment.class, (Bundle) client.form("Appointment/_search", "patient=" + patient(8) + "&status=booked")))).contains(id);
        client.refused(400, "Appointment?patient=" + patient(8) + "&_sort=status");
    }

    @Test
    void appointmentsCarryWhoIsInThem() throws SQLException {
        SomeClient client = client();
        booked(client, patient(10));
        String hers = "Appointment?patient=" + patient(10) + "&status=booked&_include=Appointment:";
        assertThat(included(client.get(Bundle.class, hers + "patient"))).containsOnly("Patient");
        assertThat(included(client.get(Bundle.class, hers + "practitioner"))).containsOnly("Practitioner");
        assertThat(included(client.get(Bundle.class, hers + "actor"))).contains("Patient", "Practitioner");
        assertThat(included(client.get(Bundle.class, hers + "actor&_format=xml"))).contains("Patient", "Practitioner");
    }

    @Test
    void whoWasProposedIsWhoIsBooked() throws SQLException {
        SomeClient client = client();
        for (String person : List.of(OSEI, other(client))) {
            Parameters question = find(patient(14));
            question.getParameter().stream().filter(one -> one.getName().equals("practitioner")).forEach(one -> one.setValue(new Reference("Practitioner/" + person)));
            Appointment proposal = of(Appointment.class, (Bundle) client.post(200, "Appointment/$find?_count=1", question)).get(0);
            assertThat(people(client.get(Appointment.class, "Appointment/" + proposal.getIdElement().getIdPart()))).as("read again").contains("Practitioner/" + person);
            Appointment booked = of(Appointment.class, (Bundle) client.post(200, "Appointment/$book", reference(proposal))).get(0);
            assertThat(people(booked)).contains("Practitioner/" + person);
        }
    }

    /** Somebody else who sees new patients. */
    private static String other(SomeClient client) {
        Parameters question = find(patient(14));
        question.getParameter().removeIf(one -> one.getName().equals("practitioner"));
        return of(Appointment.class, (Bundle) client.post(200, "Appointment/$find?_count=500", question)).stream().flatMap(one -> people(one).stream())
                .filter(one -> !one.equals(DR_OSEI)).findFirst().map(FhirWalkIT::idOf).orElse(OSEI);
    }

    private static List<String> people(Appointment appointment) {
        return appointment.getParticipant().stream().map(one -> one.getActor().getReference()).filter(one -> one.startsWith("Practitioner/")).toList();
    }

    @Test
    void findHoldBookAndTheirRefusalsInXml() throws SQLException {
        SomeClient client = client();
        Bundle found = (Bundle) client.postXml(200, "Appointment/$find?_count=2", find(patient(11)));
        Appointment proposal = of(Appointment.class, found).get(0);
        assertThat(proposal.getStatus()).isEqualTo(Appointment.AppointmentStatus.PROPOSED);
        Appointment held = of(Appointment.class, (Bundle) client.postXml(200, "Appointment/$hold", reference(proposal))).get(0);
        assertThat(held.getStatus()).isEqualTo(Appointment.AppointmentStatus.PENDING);
        Appointment booked = of(Appointment.class, (Bundle) client.postXml(200, "Appointment/$book", reference(held))).get(0);
        assertThat(booked.getStatus()).isEqualTo(Appointment.AppointmentStatus.BOOKED);
        Appointment rival = booked.copy();
        rival.setId((String) null);
        rival.getParticipant().stream().filter(one -> one.getActor().getReference().startsWith("Patient/")).forEach(one -> one.setActor(new Reference(patient(12))));
        OperationOutcome refusal = (OperationOutcome) client.postXml(409, "Appointment/$book", new Parameters()
                .addParameter(new Parameters.ParametersParameterComponent().setName("appointment-resource").setResource(rival)));
        assertThat(refusal.getIssue()).extracting(issue -> issue.getDetails().getText()).contains(DR_OSEI);
        assertThat(refusal.getIssue()).extracting(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
                .filteredOn(words -> words.startsWith("Free instead")).hasSize(3);
        client.postXml(400, "Appointment/$book", new Parameters());
        client.postXml(404, "Appointment/$hold", reference((Appointment) new Appointment().setId("00000000-0000-7000-8000-999999999999")));
    }

    @Test
    void everyResourceIsReadInBothFormats() throws SQLException {
        SomeClient doctor = SomeClient.in(home.toString(), "DOCTOR");
        String order;
        try (ServersDatabase database = ServersDatabase.open()) {
            order = WaitingOrders.of(database, 1).get(0);
        }
        String patient = ((org.hl7.fhir.r4.model.ServiceRequest) doctor.get(Resource.class, "ServiceRequest/" + order)).getSubject().getReference();
        booked(client(), patient(13));
        for (String question : List.of("Schedule?actor=" + DR_OSEI, "Slot?" + HERS + THEN, "Appointment?patient=" + patient(13), "HealthcareService?service-type=EMG",
                "Practitioner?name=osei", "PractitionerRole?practitioner=" + DR_OSEI, "Location?name=EMG", "Device?device-name=EMG", "Patient?_id=" + idOf(patient),
                "ServiceRequest?patient=" + patient, "ServiceRequest?patient=" + patient + "&status=active&code=EMG", "Questionnaire?title=twitching",
                "QuestionnaireResponse?patient=" + patient)) {
            Resource listed = doctor.get(Bundle.class, question + "&_count=1").getEntryFirstRep().getResource();
            assertThat(listed).as(question).isNotNull();
            String address = listed.fhirType() + "/" + listed.getIdElement().getIdPart();
            Resource json = doctor.get(Resource.class, address);
            Resource xml = doctor.sending("Accept", "application/fhir+xml").get(Resource.class, address);
            assertThat(text(xml)).as(address).isEqualTo(text(json));
        }
        CapabilityStatement xml = doctor.get(CapabilityStatement.class, "metadata?_format=xml");
        assertThat(xml.getFormat()).extracting(format -> format.getValue()).anyMatch(format -> format.contains("xml")).anyMatch(format -> format.contains("json"));
        assertThat(xml.getRestFirstRep().getResource()).filteredOn(resource -> resource.getType().equals("Appointment"))
                .flatExtracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getOperation)
                .extracting(operation -> operation.getName()).contains("find", "hold", "book");
    }

    private static String idOf(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private SomeClient client() throws SQLException {
        return SomeClient.in(home.toString(), "INTEGRATOR");
    }

    private List<Slot> slots(String question) throws SQLException {
        return of(Slot.class, client().get(Bundle.class, "Slot?" + question));
    }

    private static List<Appointment> appointments(SomeClient client, String question) {
        return of(Appointment.class, client.get(Bundle.class, "Appointment?" + question + "&_count=500"));
    }

    private Appointment booked(SomeClient client, String patient) {
        Bundle found = (Bundle) client.post(200, "Appointment/$find?_count=1", find(patient));
        return of(Appointment.class, (Bundle) client.post(200, "Appointment/$book", reference(of(Appointment.class, found).get(0)))).get(0);
    }

    private static LocalDate day(Appointment booked) {
        return booked.getStart().toInstant().atZone(TORONTO).toLocalDate();
    }

    private static Parameters find(String patient) {
        Parameters parameters = new Parameters();
        parameters.addParameter("start", new DateTimeType(FROM.toString()));
        parameters.addParameter("end", new DateTimeType(FROM.plusDays(14).toString()));
        parameters.addParameter("visit-type", new StringType(Codes.VISIT_TYPE + "|NEUROLOGY_FIRST"));
        parameters.addParameter("practitioner", new Reference(DR_OSEI));
        parameters.addParameter("patient-reference", new Reference(patient));
        return parameters;
    }

    private static Parameters reference(Appointment appointment) {
        Parameters parameters = new Parameters();
        parameters.addParameter("appointment-reference", new Reference("Appointment/" + appointment.getIdElement().getIdPart()));
        return parameters;
    }

    private static String patient(int number) {
        return "Patient/00000000-0000-7000-8000-0000000004" + String.format("%02d", number);
    }

    private static <T extends Resource> List<T> of(Class<T> type, Bundle bundle) {
        return bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource).filter(type::isInstance).map(type::cast).toList();
    }

    private static List<String> ids(List<? extends Resource> resources) {
        return resources.stream().map(resource -> resource.getIdElement().getIdPart()).toList();
    }

    private static Stream<String> included(Bundle bundle) {
        return bundle.getEntry().stream().filter(entry -> entry.getSearch().getMode() == Bundle.SearchEntryMode.INCLUDE).map(entry -> entry.getResource().fhirType());
    }

    private static String text(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
