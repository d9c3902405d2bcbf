package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.ServersDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** A program at the door. Whatever it is answered is looked over by HAPI's validator, once in each format it comes in. */
final class SomeClient {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String door;
    private final String token;
    private final Map<String, String> headers = new HashMap<>();

    SomeClient(String door, String token) {
        this.door = door;
        this.token = token;
    }

    /** A client whose token is good for an hour; its name is its role. */
    static SomeClient in(String home, String role) throws SQLException {
        String token = "anteroom_" + Sha256.of(NewId.next().toString()).substring(0, 43);
        try (ServersDatabase database = ServersDatabase.open()) {
            database.run("insert into access_token (id, token_hash, client, role, expires_at) values (gen_random_uuid(), ?, ?, ?, now() + interval '1 hour')",
                    Sha256.of(token), "test-" + role.toLowerCase(Locale.ROOT), role);
        }
        return new SomeClient(home + "fhir/", token);
    }

    String token() {
        return token;
    }

    /** The same client, sending one more header from now on. */
    SomeClient sending(String name, String value) {
        SomeClient other = new SomeClient(door, token);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        return other;
    }

    /** Reads or searches, and expects success. */
    <T extends Resource> T get(Class<T> type, String address) {
        return type.cast(answer(200, request(address).build()));
    }

    /** Reads or searches, and expects this refusal. */
    Resource refused(int status, String address) {
        return answer(status, request(address).build());
    }

    /** Sends a resource, and expects this status. */
    Resource post(int status, String address, Resource body) {
        return answer(status, posting(address, body).build());
    }

    /** Sends a resource in XML, and expects this status and an answer in XML. */
    Resource postXml(int status, String address, Resource body) {
        return answer(status, request(address).header("Content-Type", "application/fhir+xml").header("Accept", "application/fhir+xml")
                .POST(HttpRequest.BodyPublishers.ofString(FHIR.newXmlParser().encodeResourceToString(body))).build());
    }

    /** Sends a resource and tells the status alone. */
    int post(String address, Resource body) {
        return send(posting(address, body).build()).statusCode();
    }

    /** Sends a form, as searches by POST do. */
    Resource form(String address, String form) {
        return answer(200, request(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    HttpResponse<String> raw(String address) {
        return send(request(address).build());
    }

    private HttpRequest.Builder posting(String address, Resource body) {
        return request(address).header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(body)));
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : door + address));
        headers.forEach(request::header);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Resource answer(int status, HttpRequest request) {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as("%s %s: %s", request.method(), request.uri(), answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("Exception", "HAPI-", "clinic.anteroom.");
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(type).startsWith("application/fhir+");
        IParser parser = type.contains("xml") ? FHIR.newXmlParser() : FHIR.newJsonParser();
        assertThat(faults(answer.body())).as("%s %s", request.method(), request.uri()).isEmpty();
        return (Resource) parser.parseResource(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> faults(String body) {
        synchronized (VALIDATOR) {
            return VALIDATOR.validateWithResult(body).getMessages().stream()
                    .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                    .map(SomeClient::words).toList();
        }
    }

    private static String words(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        FhirInstanceValidator instances = new FhirInstanceValidator(new ValidationSupportChain(new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR), new InMemoryTerminologyServerValidationSupport(FHIR)));
        instances.setAnyExtensionsAllowed(true);
        return FHIR.newValidator().registerValidatorModule(instances);
    }
}
