package clinic.anteroom.web.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives in the server's heap after a full collection, as {@code jcmd} counts it; nothing if the server is on another machine. */
final class ServerHeap {

    /** Sessions live for twenty minutes: before that the heap grows because users come, not because something leaks. */
    private static final double SETTLED_MINUTES = 30;
    private static final double WANTED_PERCENT_AN_HOUR = 1;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final Optional<ProcessHandle> server;
    private final long begun = System.nanoTime();
    private final List<double[]> samples = new ArrayList<>();

    private ServerHeap(Optional<ProcessHandle> server) {
        this.server = server;
    }

    /** Of the server that listens at this address. */
    static ServerHeap of(String home) {
        String port = "--port " + URI.create(home).getPort() + " ";
        return new ServerHeap(ProcessHandle.allProcesses().filter(one -> one.info().commandLine().filter(line -> (line + " ").contains(port)).isPresent()).findFirst());
    }

    void sample() throws IOException, InterruptedException {
        if (server.isEmpty()) {
            return;
        }
        Process count = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(server.get().pid()), "GC.class_histogram")
                .redirectErrorStream(true).start();
        Matcher total = TOTAL.matcher(new String(count.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        count.waitFor();
        if (total.find()) {
            samples.add(new double[] {(System.nanoTime() - begun) / 6e10, Long.parseLong(total.group(1)) / 1e6});
        }
    }

    /** Prints the samples and their slope; false if it is steeper than wanted. */
    boolean print() {
        System.out.println();
        samples.forEach(one -> System.out.printf("heap after collection at minute %5.1f: %7.1f MB%n", one[0], one[1]));
        List<double[]> settled = samples.stream().filter(one -> one[0] >= SETTLED_MINUTES).toList();
        if (settled.size() < 6) {
            System.out.println("its slope is measured from minute 30 on: not in this run (-Dbench.hours=2)");
            return true;
        }
        double percent = 100 * 60 * slope(settled) / settled.get(0)[1];
        System.out.printf("its slope from minute 30 on: %.2f %% an hour, wanted: at most %.0f%n", percent, WANTED_PERCENT_AN_HOUR);
        return percent <= WANTED_PERCENT_AN_HOUR;
    }

    /** Least squares, in MB a minute. */
    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double y = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double above = points.stream().mapToDouble(point -> (point[0] - x) * (point[1] - y)).sum();
        return above / points.stream().mapToDouble(point -> (point[0] - x) * (point[0] - x)).sum();
    }
}
