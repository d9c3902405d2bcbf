package clinic.anteroom.web.bench;

import clinic.anteroom.testing.PlainBrowser.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How long each action of all users took, and what went wrong. */
final class Stopwatch {

    private static final int SHOWN = 12;

    private final Map<String, List<Double>> took = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> noted = new TreeMap<>();

    /** One request; 5xx, the error page, and a page that had to be opened again are errors. */
    Answer ask(String action, Supplier<Answer> request) {
        long begun = System.nanoTime();
        Answer answer;
        try {
            answer = request.get();
        } catch (UncheckedIOException e) {
            add(action, (System.nanoTime() - begun) / 1e6);
            error(action, e.toString());
            return new Answer(599, "", "");
        }
        add(action, (System.nanoTime() - begun) / 1e6);
        if (answer.status() >= 400 || answer.location().endsWith("#again")) {
            error(action, answer.status() + " " + answer.location() + " " + PageForm.title(answer.body()));
        }
        return answer;
    }

    synchronized void error(String action, String what) {
        errors.merge(action, 1, Integer::sum);
        if (words.size() < SHOWN) {
            words.add(action + ": " + what);
        }
    }

    /** Something that is no fault and worth a line: a time that somebody else was faster to take. */
    synchronized void note(String what) {
        noted.merge(what, 1, Integer::sum);
    }

    private synchronized void add(String action, double millis) {
        took.computeIfAbsent(action, none -> new ArrayList<>()).add(millis);
    }

    /** Forgets everything so far: the first minute warms up. */
    synchronized void reset() {
        took.clear();
        errors.clear();
        words.clear();
        noted.clear();
    }

    /** Prints the table; whether what is wanted was reached. */
    synchronized boolean print(double seconds) {
        System.out.printf("%n%-34s %8s %8s %8s %8s %7s%n", "action", "count", "p50 ms", "p95 ms", "max ms", "errors");
        List<Double> all = new ArrayList<>();
        took.forEach((action, times) -> {
            row(action, times, errors.getOrDefault(action, 0));
            all.addAll(times);
        });
        int wrong = errors.values().stream().mapToInt(Integer::intValue).sum();
        row("all", all, wrong);
        System.out.printf("%n%.1f requests/s; wanted: p95 < 500 ms for each action, 0 errors%n", all.size() / seconds);
        noted.forEach((what, count) -> System.out.println("  " + what + ": " + count));
        words.forEach(error -> System.out.println("  error: " + error));
        return wrong == 0 && took.values().stream().allMatch(times -> at(times, 0.95) < 500);
    }

    private static void row(String action, List<Double> times, int wrong) {
        if (!times.isEmpty()) {
            System.out.printf("%-34s %8d %8.0f %8.0f %8.0f %7d%n", action, times.size(), at(times, 0.5), at(times, 0.95), Collections.max(times), wrong);
        }
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
