package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeCases;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another system asks the rules through CDS Hooks. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CdsHooksIT {

    @ArquillianResource
    private URL home;

    @Test
    @DisplayName("D25 the list of services is open, and each service is for one hook and says what to fetch beforehand")
    void theListIsOpen() throws Exception {
        JsonObject list = read(ask("cds-services", null, null), 200);
        assertThat(list.getJsonArray("services").getValuesAs(JsonObject.class)).extracting(service -> service.getString("hook"))
                .containsExactly("patient-view", "order-select", "order-sign");
        assertThat(list.getJsonArray("services").getJsonObject(0).getJsonObject("prefetch").getString("response")).contains("{{context.patientId}}");
        read(ask("cds-services/anteroom-flags", null, view("x", null)), 401);
        String token = token("INTEGRATOR");
        assertThat(ask("cds-services/nobody-offers-this", token, view("x", null)).statusCode()).isEqualTo(404);
        read(ask("cds-services/anteroom-flags", token, "{\"hook\":\"order-sign\",\"hookInstance\":\"1\",\"context\":{}}"), 400);
        read(ask("cds-services/anteroom-flags", token, "no json"), 400);
        read(ask("cds-services/anteroom-flags", token("RECEPTIONIST"), view("x", weakArm())), 403);
    }

    @Test
    @DisplayName("D25 answers that come along become cards with the clinic's flags; nothing about the patient is stored; what became of a card is kept once")
    void answersBecomeCards() throws Exception {
        String token = token("INTEGRATOR");
        try (ServersDatabase database = ServersDatabase.open()) {
            String before = database.one("select count(*) from evaluation");
            List<JsonObject> cards = read(ask("cds-services/anteroom-flags", token, view("theirs-7", weakArm())), 200).getJsonArray("cards").getValuesAs(JsonObject.class);
            assertThat(cards).extracting(card -> card.getString("summary")).anySatisfy(words -> assertThat(words).startsWith("EMG"));
            assertThat(database.one("select count(*) from evaluation")).isEqualTo(before);
            String card = cards.get(0).getString("uuid");
            assertThat(database.one("select client from offered_card where id = ?", card)).isEqualTo("client:test-integrator");

            String put = "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":\"ALREADY_DONE\"},"
                    + "\"userComment\":\"Done in May\"},\"outcomeTimestamp\":\"2026-11-26T09:30:00Z\"}]}";
            read(ask("cds-services/anteroom-flags/feedback", token("DOCTOR"), put), 200);
            assertThat(database.one("select outcome from offered_card where id = ?", card)).as("another client's card").isNull();
            read(ask("cds-services/anteroom-flags/feedback", token, put), 200);
            read(ask("cds-services/anteroom-flags/feedback", token, put.replace("overridden", "accepted")), 200);
            assertThat(database.one("select outcome || ' ' || reason_code || ' ' || words from offered_card where id = ?", card)).isEqualTo("OVERRIDDEN ALREADY_DONE Done in May");
            read(ask("cds-services/anteroom-flags/feedback", token, put.replace("overridden", "ignored")), 400);
        }
    }

    @Test
    @DisplayName("D25 a doctor's system reads cards about a patient of ours without sending answers, and an integrator's does not")
    void aPatientOfOurs() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            UUID form = new SomeCases(database).weakArm("Cora", "Cardby");
            String patient = database.one("select patient_id from questionnaire_response where id = ?", form);
            assertThat(read(ask("cds-services/anteroom-flags", token("DOCTOR"), view(patient, null)), 200).getJsonArray("cards")).hasSize(4);
            assertThat(database.list("select agent from audit_event where entity = 'GuidanceResponse' and action = 'VIEW' and patient_id = ?", patient)).contains("client:test-doctor");
            read(ask("cds-services/anteroom-flags", token("INTEGRATOR"), view(patient, null)), 403);
            assertThat(read(ask("cds-services/anteroom-flags", token("DOCTOR"), view(UUID.randomUUID().toString(), null)), 200).getJsonArray("cards")).isEmpty();
        }
    }

    @Test
    @DisplayName("D25 an MRI that is about to be signed for a patient with a pacemaker brings a warning")
    void whatToMindBeforeAnOrder() throws Exception {
        try (ServersDatabase database = ServersDatabase.open()) {
            UUID form = new SomeCases(database).pacemaker("Mina", "Cardminder");
            String patient = database.one("select patient_id from questionnaire_response where id = ?", form);
            String order = "{\"resourceType\":\"ServiceRequest\",\"status\":\"draft\",\"intent\":\"order\",\"code\":{\"coding\":[{\"system\":\"" + Codes.TEST + "\",\"code\":\"MRI\"}]}}";
            String asked = "{\"hook\":\"order-sign\",\"hookInstance\":\"1\",\"context\":{\"patientId\":\"" + patient + "\",\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                    + order + "}]}}}";
            assertThat(read(ask("cds-services/anteroom-order-sign", token("DOCTOR"), asked), 200).getJsonArray("cards").getValuesAs(JsonObject.class))
                    .extracting(card -> card.getString("summary")).anySatisfy(words -> assertThat(words).contains("Pacemaker"));
            String none = asked.replace("\"MRI\"", "\"ECG\"");
            assertThat(read(ask("cds-services/anteroom-order-sign", token("DOCTOR"), none), 200).getJsonArray("cards")).isEmpty();
        }
    }

    private static String view(String patient, String response) {
        return "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69\",\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\"" + patient + "\"}"
                + (response == null ? "" : ",\"prefetch\":{\"response\":" + response + "}") + "}";
    }

    private static String weakArm() {
        QuestionnaireResponse response = new QuestionnaireResponse().setQuestionnaire(FilledForm.of(FilledForm.Way.FIRST).findFirst().orElseThrow().response().getQuestionnaire())
                .setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED);
        response.addItem().setLinkId("TW-Q02").addAnswer().setValue(new IntegerType(58));
        response.addItem().setLinkId("TW-Q05").addAnswer().setValue(new Coding().setCode("UPPER_ARM"));
        response.addItem().setLinkId("TW-Q18").addAnswer().setValue(new Coding().setCode("YES_CANT_DO"));
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(response);
    }

    private String token(String role) throws SQLException {
        return SomeClient.in(home.toString(), role).token();
    }

    private HttpResponse<String> ask(String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(body == null ? request.build()
                : request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "HAPI-", "clinic.anteroom.");
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
