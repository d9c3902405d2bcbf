package clinic.anteroom.fhir.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Prints what the FHIR door of a running server with the common clinic costs, asked over HTTP as another program asks it. Never a
 * test: figures depend on the machine.
 */
public final class FhirBench {

    /** The two weeks of the common data set; slots that have begun by now are not offered any more. */
    private static final String TWO_WEEKS = "Slot?service-type=BENCH&status=free&start=ge2026-11-30&start=lt2026-12-12&_count=2000";
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");
    private static final int WARM = 60;
    private static final int ASKED = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String home;
    private final String token;

    private FhirBench(String home, String token) {
        this.home = home;
        this.token = token;
    }

    /** Arguments: address of the server, with a slash at its end; a token of a client that may book. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2 || arguments[1].isBlank()) {
            throw new IllegalArgumentException("No token. Maybe make one: mvn -q -Ptoken -Dclient=bench -Drole=INTEGRATOR, then -Dtoken=...");
        }
        new FhirBench(arguments[0], arguments[1]).run();
    }

    private void run() throws IOException, InterruptedException {
        byte[] body = ask(TWO_WEEKS);
        Matcher total = TOTAL.matcher(new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8));
        System.out.printf("%n%-58s %14s %16s%n", "what", "measured", "wanted");
        row("free slots of two weeks, one request", total.find() ? total.group(1) : "none", "1649");
        row("  its size, compressed", "%.1f KB".formatted(body.length / 1000.0), "< 40 KB");
        row("  answered over HTTP, median of " + ASKED, "%.1f ms".formatted(median(TWO_WEEKS)), "< 20 ms");
        row("  without the slots: door, sign-in, an empty page", "%.1f ms".formatted(median(TWO_WEEKS.replace("_count=2000", "_count=0"))), "");
    }

    private double median(String query) throws IOException, InterruptedException {
        for (int i = 0; i < WARM; i++) {
            ask(query);
        }
        double[] took = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long begun = System.nanoTime();
            ask(query);
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        return took[ASKED / 2];
    }

    private byte[] ask(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(URI.create(home + "fhir/" + query))
                .header("Authorization", "Bearer " + token).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(home + " answered " + answer.statusCode() + " to " + query + ". Maybe the token has run out, or the common clinic is not loaded");
        }
        return answer.body();
    }

    private static void row(String what, String measured, String wanted) {
        System.out.printf("%-58s %14s %16s%n", what, measured, wanted);
    }
}
