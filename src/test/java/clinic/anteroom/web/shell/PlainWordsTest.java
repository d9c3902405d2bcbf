package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What patients read in English: short sentences, and words for a reader of twelve. */
class PlainWordsTest {

    private static final Path TEXTS = Path.of("src", "main", "resources", "clinic", "anteroom");
    private static final int LONGEST_SENTENCE = 21;
    /** Flesch and Kincaid's grade for a reader of twelve. */
    private static final double SEVENTH_GRADE = 7;
    private static final Pattern END = Pattern.compile("(?<=[.!?:;])\\s+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_END = Pattern.compile("(?<=[a-z]{2}[^aeioulr])e\\b|(?<=[^td])ed\\b");
    private static final Set<String> PATIENT_TEXTS = Set.of("text", "display", "en");

    @TestFactory
    @DisplayName("T50 sentences are short, and a reader of twelve understands them")
    Stream<DynamicTest> aReaderOfTwelveUnderstandsThem() throws IOException {
        return Stream.concat(Stream.of(DynamicTest.dynamicTest("the pages", () -> isPlain(pages()))),
                documents().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isPlain(sentences(file)))));
    }

    @Test
    void aHeavySentenceWouldBeNoticed() {
        assertThat(grade(List.of("Electromyographic examination demonstrates generalised denervation necessitating multidisciplinary consultation."))).isGreaterThan(SEVENTH_GRADE);
        assertThat(grade(List.of("Does your arm feel weak?"))).isLessThan(SEVENTH_GRADE);
    }

    private static void isPlain(List<String> sentences) {
        assertThat(sentences).hasSizeGreaterThan(5).allSatisfy(sentence -> assertThat(words(sentence).count()).as(sentence).isLessThanOrEqualTo(LONGEST_SENTENCE));
        assertThat(grade(sentences)).as("grade of reading").isLessThan(SEVENTH_GRADE);
    }

    /** Grade 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975). */
    private static double grade(List<String> sentences) {
        long words = sentences.stream().flatMap(PlainWordsTest::words).count();
        long syllables = sentences.stream().flatMap(PlainWordsTest::words).mapToLong(PlainWordsTest::syllables).sum();
        return 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59;
    }

    private static long syllables(String word) {
        return Math.max(1, VOWELS.matcher(SILENT_END.matcher(word.toLowerCase()).replaceAll("")).results().count());
    }

    private static Stream<String> words(String sentence) {
        return Stream.of(sentence.split("\\s+")).filter(word -> word.matches(".*[\\p{L}\\d].*"));
    }

    private static Stream<Path> documents() throws IOException {
        List<Path> all = new java.util.ArrayList<>();
        for (String folder : List.of("intake/questionnaires", "triage/advice")) {
            try (Stream<Path> files = Files.list(TEXTS.resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.v\\d+\\.json")).sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    private static List<String> sentences(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file); JsonReader json = Json.createReader(in)) {
            return texts("", json.readValue()).flatMap(END::splitAsStream).toList();
        }
    }

    private static Stream<String> texts(String key, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream().flatMap((Map.Entry<String, JsonValue> one) -> texts(one.getKey(), one.getValue()));
        }
        if (value instanceof JsonArray array) {
            return array.stream().flatMap(one -> texts(key, one));
        }
        return value instanceof JsonString text && PATIENT_TEXTS.contains(key) ? Stream.of(text.getString()) : Stream.empty();
    }

    private static List<String> pages() throws IOException {
        List<String> lines = Files.readAllLines(TEXTS.resolve("web/messages.properties"));
        return lines.stream().dropWhile(line -> !line.startsWith("# ---- patient ")).skip(1).takeWhile(line -> !line.startsWith("# ---- "))
                .filter(line -> line.contains("=")).map(line -> line.substring(line.indexOf('=') + 1)).flatMap(END::splitAsStream).toList();
    }
}
