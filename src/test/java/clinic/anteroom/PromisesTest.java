package clinic.anteroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * README, "Promises", is made from {@code promises.txt} and from the display names of tests ({@code T7 a loser sees other
 * times}). A promise whose test went away no longer fits README, and the build fails. After a change on purpose:
 * {@code mvn test -Dtest=PromisesTest -Dpromises.write=true}.
 */
class PromisesTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- promises: written by PromisesTest -->\n";
    private static final String END = "<!-- end of promises -->\n";
    private static final Pattern NAMED = Pattern.compile("@DisplayName\\(\\s*\"((?:T\\d{1,2} )+)");
    private static final Pattern NUMBER = Pattern.compile("T\\d{1,2}");

    @Test
    void readmeListsEveryPromiseWithTheTestsThatProveIt() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        assertThat(to).as("the place of the promises in README").isGreaterThanOrEqualTo(from);
        String expected = table();
        if (Boolean.getBoolean("promises.write")) {
            Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to)).isEqualTo(expected);
        }
    }

    @Test
    void everyNumberFromOneToFiftyIsPromisedOnce() throws IOException {
        assertThat(promises()).extracting(Promise::number)
                .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1).limit(50).map(n -> "T" + n).toList());
    }

    @Test
    void noTestNamesAPromiseThatNobodyMade() throws IOException {
        Set<String> promised = promises().stream().map(Promise::number).collect(Collectors.toSet());
        assertThat(promised).containsAll(tests().keySet());
    }

    private static String table() throws IOException {
        Map<String, Set<String>> tests = tests();
        return "\n| | promise | kept by |\n|---|---|---|\n" + promises().stream()
                .map(promise -> promise.row(tests.getOrDefault(promise.number(), Set.of()))).collect(Collectors.joining()) + "\n";
    }

    private static List<Promise> promises() throws IOException {
        try (InputStream lines = PromisesTest.class.getResourceAsStream("promises.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("T")).map(Promise::of).toList();
        }
    }

    /** Promise number to the names of the test classes that name it. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Matcher name = NAMED.matcher(Files.readString(file));
                while (name.find()) {
                    Matcher number = NUMBER.matcher(name.group(1));
                    while (number.find()) {
                        tests.computeIfAbsent(number.group(), key -> new TreeSet<>())
                                .add(file.getFileName().toString().replace(".java", ""));
                    }
                }
            }
        }
        return tests;
    }

    /**
     * One line of promises.txt.
     *
     * @param missing what keeps the promise from being kept whole; empty if nothing is known
     */
    private record Promise(String number, String words, String missing) {

        static Promise of(String line) {
            String[] parts = Arrays.stream(line.split("\\|", 2)).map(String::strip).toArray(String[]::new);
            int space = parts[0].indexOf(' ');
            return new Promise(parts[0].substring(0, space), parts[0].substring(space + 1), parts.length > 1 ? parts[1] : "");
        }

        String row(Set<String> tests) {
            String proof = String.join(", ", tests);
            String kept = missing.isEmpty()
                    ? tests.isEmpty() ? "**not kept yet**: no test proves it" : proof
                    : "**not kept whole**: " + missing + (tests.isEmpty() ? "" : "; the rest by " + proof);
            return "| " + number + " | " + words + " | " + kept + " |\n";
        }
    }
}
