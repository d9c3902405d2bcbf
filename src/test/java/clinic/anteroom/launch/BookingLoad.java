package clinic.anteroom.launch;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** Another program that books one patient after the other, all for the first time of one doctor, and sends again with the same key what was not answered. */
final class BookingLoad implements AutoCloseable {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final int HANDS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(3)).build();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final Queue<String> patients = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> odd = new ConcurrentLinkedQueue<>();
    private final String door;
    private final String token = "anteroom_" + Sha256.of(NewId.next().toString()).substring(0, 43);
    private volatile boolean open = true;

    BookingLoad(String home, ServersDatabase database, int people) throws SQLException {
        this.door = home + "/fhir/Appointment/";
        database.run("insert into access_token (id, token_hash, client, role, expires_at) values (gen_random_uuid(), ?, 'load', 'INTEGRATOR', now() + interval '1 hour')",
                Sha256.of(token));
        for (int i = 0; i < people; i++) {
            patients.add(SomeVisitors.patient(database, "Load", LocalDate.of(1980, 1, 1 + i % 28)).toString());
        }
        for (int hand = 0; hand < HANDS; hand++) {
            hands.submit(this::book);
        }
    }

    /** Visits whose booking was answered with "yes" so far. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Answers that nobody should get; empty is how it should be. */
    Set<String> odd() {
        return Set.copyOf(odd);
    }

    /** Lets what was begun come to its end. */
    @Override
    public void close() throws InterruptedException {
        open = false;
        hands.shutdown();
        if (!hands.awaitTermination(60, TimeUnit.SECONDS)) {
            hands.shutdownNow();
            odd.add("a booking had no answer after a minute");
        }
    }

    private void book() {
        try {
            String patient = patients.poll();
            while (open && patient != null) {
                if (bookOne(patient)) {
                    patient = patients.poll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            odd.add(e.toString());
        }
    }

    /** Whether the patient has a visit now; a loser looks again. */
    private boolean bookOne(String patient) throws InterruptedException {
        Parameters find = new Parameters();
        find.addParameter("start", new DateTimeType(LocalDate.now().plusDays(14).toString()));
        find.addParameter("end", new DateTimeType(LocalDate.now().plusDays(60).toString()));
        find.addParameter("visit-type", new StringType("https://anteroom.clinic/fhir/CodeSystem/visit-type|NEUROLOGY_FIRST"));
        find.addParameter("patient-reference", new Reference("Patient/" + patient));
        HttpResponse<String> found = send("$find?_count=1", find, null);
        Bundle times = (Bundle) FHIR.newJsonParser().parseResource(found.body());
        if (found.statusCode() != 200 || times.getEntry().isEmpty()) {
            odd.add("$find: " + found.statusCode() + " " + found.body());
            return true;
        }
        Parameters wanted = new Parameters();
        wanted.addParameter("appointment-reference", new Reference("Appointment/" + times.getEntryFirstRep().getResource().getIdElement().getIdPart()));
        HttpResponse<String> booked = send("$book", wanted, NewId.next().toString());
        if (booked.statusCode() == 200) {
            acknowledged.add(((Appointment) ((Bundle) FHIR.newJsonParser().parseResource(booked.body())).getEntryFirstRep().getResource()).getIdElement().getIdPart());
        } else if (booked.statusCode() != 409) {
            odd.add("$book: " + booked.statusCode() + " " + booked.body());
        }
        return booked.statusCode() == 200;
    }

    /** Until somebody answers: a node that dies, or a proxy that has none, is no answer. */
    private HttpResponse<String> send(String operation, Resource body, String key) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door + operation)).timeout(PATIENCE.multipliedBy(3))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(body)));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        while (true) {
            try {
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 502) {
                    return answer;
                }
            } catch (IOException lost) {
                // Asked again below.
            }
            Thread.sleep(200);
        }
    }
}
