package clinic.anteroom.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Prints how long pages of a running server take, as its user's browser sees it: for the benchmarks, never for a test. */
public final class PageTimes {

    /** As after a morning's work: Java's second compiler has seen every line of the page by then. */
    private static final int WARM = 300;
    private static final int LOOKS = 21;
    private static final int COLD = 5;

    private final String home;
    private final Page page;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param home address of the server, with a slash at its end
     * @param page of somebody who is signed in
     */
    public PageTimes(String home, Page page) {
        this.home = home;
        this.page = page;
        System.out.printf("%ncores: %d, load of the machine before: %.2f; every page is asked for %d times before it counts%n%n%-58s %14s %16s%n",
                Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), WARM,
                "what", "measured", "wanted");
    }

    /**
     * What the server takes for a page: from the request to the last byte of the answer, for a program that draws nothing. A browser's own figure holds
     * what it still draws of the page before. Milliseconds; the page is open afterwards.
     */
    public void server(String what, String path, int wanted) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(home + path)).header("Cookie", page.context().cookies().stream()
                .map(one -> one.name + "=" + one.value).collect(Collectors.joining("; "))).build();
        double[] took = new double[WARM + LOOKS];
        for (int i = 0; i < took.length; i++) {
            long begun = System.nanoTime();
            int status = ask(request);
            took[i] = (System.nanoTime() - begun) / 1e6;
            if (status != 200) {
                throw new IllegalStateException(path + " answered " + status);
            }
        }
        row(what + ": server, median", "%.0f ms".formatted(median(Arrays.copyOfRange(took, WARM, took.length))), "< %d ms".formatted(wanted));
        page.navigate(home + path);
    }

    private int ask(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** When a browser that has never seen the product draws the page. Milliseconds. */
    public void drawn(String what, String path, int wanted) {
        double[] took = new double[COLD];
        for (int i = 0; i < COLD; i++) {
            try (BrowserContext cold = Browser.desk()) {
                cold.addCookies(page.context().cookies());
                Page first = cold.newPage();
                first.navigate(home + path);
                first.waitForTimeout(1_000); // The paint is told a little later than it is seen.
                took[i] = ((Number) first.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")).doubleValue();
            }
        }
        row(what + ": drawn in a cold browser, median", "%.0f ms".formatted(median(took)), "< %d ms".formatted(wanted));
    }

    /** @param script that gives a number for the open page */
    public double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    /** @param wanted empty: nothing is promised */
    public void row(String what, String measured, String wanted) {
        System.out.printf("%-58s %14s %16s%n", what, measured, wanted);
    }

    private static double median(double[] took) {
        Arrays.sort(took);
        return took[took.length / 2];
    }
}
