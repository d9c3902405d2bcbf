package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Sentences;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a patient can read is there in both languages, and nothing falls back silently. */
class LanguagesTest {

    private static final Path TEXTS = Path.of("src", "main", "resources", "clinic", "anteroom");
    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern KEY = Pattern.compile("text\\['([a-zA-Z_.]+)'(\\.concat)?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    /** What servlets, backing beans and the handler of refusals say to patients. */
    private static final List<String> SAID_BY_CODE = List.of("refusal.not_there", "refusal.unknown", "shell_error.unexpected");
    /** Words that both languages share. */
    private static final Set<String> THE_SAME = Set.of("patient_photos.photo", "between", "patient_my.messages", "patient_code.code", "patient_confirm.minutes", "patient_messages.title", "patient_messages.heading", "letter.CONFIRMATION", "letter.INVITATION", "letter.CODE");
    private static final List<String> FILES = List.of("web/messages", "notify/letters", "intake/answer_words", "triage/patient_words");

    @Test
    @DisplayName("T50 every word of ours that a patient can read stands in French")
    void everyKeyThatPatientsSeeStandsInFrench() throws IOException {
        Set<String> missing = new TreeSet<>(patientKeys());
        missing.removeAll(french("web/messages").stringPropertyNames());
        assertThat(missing).isEmpty();
    }

    @Test
    void frenchHasNoKeyThatEnglishLacksOrOnlyStaffSee() throws IOException {
        Set<String> more = new TreeSet<>(french("web/messages").stringPropertyNames());
        more.removeAll(patientKeys());
        assertThat(more).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> otherTextsHaveTheSameKeysInBothLanguages() {
        return FILES.stream().skip(1).map(file -> DynamicTest.dynamicTest(file, () ->
                assertThat(french(file).stringPropertyNames()).isEqualTo(english(file).stringPropertyNames())));
    }

    /** Of two lines with one key the later one wins silently, and one face reads the words of another. */
    @TestFactory
    Stream<DynamicTest> noKeyStandsTwice() {
        return FILES.stream().flatMap(file -> Stream.of(file + ".properties", file + "_fr.properties")).map(file -> DynamicTest.dynamicTest(file, () ->
                assertThat(Files.readAllLines(TEXTS.resolve(file)).stream().filter(line -> line.matches("[a-zA-Z_.0-9]+ *=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())).doesNotHaveDuplicates()));
    }

    @TestFactory
    @DisplayName("T50 French is translated and filled in alike")
    Stream<DynamicTest> frenchIsTranslatedAndFilledAlike() {
        return FILES.stream().map(file -> DynamicTest.dynamicTest(file, () -> {
            Properties english = english(file);
            french(file).forEach((key, words) -> {
                String original = english.getProperty((String) key);
                assertThat(placeholders((String) words)).as("placeholders of %s", key).isEqualTo(placeholders(original));
                assertThat(words.equals(original)).as("%s is the same in both", key).isEqualTo(THE_SAME.contains(key));
            });
        }));
    }

    @TestFactory
    Stream<DynamicTest> frenchIsSetAsInQuebec() {
        return FILES.stream().map(file -> DynamicTest.dynamicTest(file, () -> french(file).forEach((key, words) -> assertThat((String) words)
                .as("%s", key).doesNotContain("'", " :", "« ", " »", " ?", " !", " ;").doesNotContainPattern("[^\\u00a0]:(?!//)"))));
    }

    @Test
    void whoReadsEnglishGetsEnglishFromAServerThatSpeaksFrench() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CANADA_FRENCH);
            assertThat(new Sentences("clinic.anteroom.intake.answer_words").of(Language.ENGLISH, "yes")).isEqualTo("Yes");
            assertThat(java.util.ResourceBundle.getBundle("clinic.anteroom.web.messages", Locale.ENGLISH).getString("patient_question.back"))
                    .isEqualTo("Back");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The section "patient", and what the pages of patients and the tags they share take from elsewhere. */
    private static Set<String> patientKeys() throws IOException {
        Set<String> keys = new TreeSet<>(SAID_BY_CODE);
        keys.addAll(section("patient"));
        Set<String> all = english("web/messages").stringPropertyNames();
        for (Path page : patientPages()) {
            Matcher key = KEY.matcher(Files.readString(page));
            while (key.find()) {
                String found = key.group(1);
                boolean beginning = key.group(2) != null && !all.contains(found);
                all.stream().filter(one -> beginning ? one.startsWith(found) : one.equals(found)).forEach(keys::add);
            }
        }
        return keys;
    }

    private static List<Path> patientPages() throws IOException {
        Set<Path> pages = new LinkedHashSet<>(List.of(PAGES.resolve("error.xhtml"), PAGES.resolve("not-found.xhtml"),
                PAGES.resolve("WEB-INF/templates/patient.xhtml"), PAGES.resolve("WEB-INF/templates/gate.xhtml")));
        for (String folder : List.of("patient", "WEB-INF/patient")) {
            try (Stream<Path> files = Files.walk(PAGES.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".xhtml")).forEach(pages::add);
            }
        }
        String written = pages.stream().map(LanguagesTest::text).reduce("", String::concat);
        try (Stream<Path> tags = Files.list(PAGES.resolve("WEB-INF/tags"))) {
            tags.filter(tag -> written.contains("<a:" + tag.getFileName().toString().replace(".xhtml", "") + " ")
                    || written.contains("<a:" + tag.getFileName().toString().replace(".xhtml", "") + "/>")
                    || written.contains("<a:" + tag.getFileName().toString().replace(".xhtml", "") + ">")).forEach(pages::add);
        }
        return List.copyOf(pages);
    }

    private static List<String> section(String name) throws IOException {
        List<String> lines = Files.readAllLines(TEXTS.resolve("web/messages.properties"));
        int from = lines.indexOf(lines.stream().filter(line -> line.startsWith("# ---- " + name + " ")).findFirst().orElseThrow());
        return lines.stream().skip(from + 1L).takeWhile(line -> !line.startsWith("# ---- ")).filter(line -> line.matches("[a-zA-Z_.0-9]+=.*"))
                .map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group()).distinct().sorted().toList();
    }

    private static Properties english(String file) {
        return read(file + ".properties");
    }

    private static Properties french(String file) {
        return read(file + "_fr.properties");
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
