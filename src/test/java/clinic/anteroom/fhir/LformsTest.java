package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody else's form program reads our questionnaires: LHC-Forms of the National Library of Medicine, in a real browser.
 * It draws them, shows and hides by its own understanding of branches, and hands the same answers back.
 */
class LformsTest {

    private static final String VERSION = "40.1.3";
    private static final Path PROGRAM = Path.of("target", "browser", "lforms-" + VERSION);
    private static final String AT = "http://lforms.example/";

    /** The base and the scripts in the page itself: added afterwards, the program does not find its own parts. */
    private static final String HOST = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><base href="/"><title>LHC-Forms</title>
            <link rel="stylesheet" href="webcomponent/styles.css"></head><body><div id="form"></div>
            <script src="webcomponent/assets/lib/zone.min.js"></script><script src="webcomponent/lhc-forms.js"></script>
            <script src="fhir/R4/lformsFHIR.min.js"></script></body></html>""";

    private static BrowserContext window;
    private static Page page;

    /** "I am not sure" without an option is an extension, which LHC-Forms does not hand back: that way is left out. */
    static Stream<FilledForm> forms() {
        return Stream.of(FilledForm.Way.FIRST, FilledForm.Way.LAST).flatMap(FilledForm::of);
    }

    @BeforeAll
    static void fetchProgram() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(PROGRAM.resolve("package")) || fetched(), "LHC-Forms cannot be fetched: npm, or its registry, is not there");
        window = Browser.window(1200, 900, ColorScheme.LIGHT);
        page = window.newPage();
        page.route(AT + "**", LformsTest::serve);
        page.navigate(AT);
    }

    @AfterAll
    static void close() {
        if (window != null) {
            window.close();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anotherProgramReadsTheFormAndHandsTheSameAnswersBack(FilledForm form) {
        drawn(form, form.json());
        assertSame(page, form);
    }

    @Test
    void whatSomebodyTypesIntoAnotherProgramIsWhatOursWouldKeep() {
        FilledForm form = FilledForm.of(FilledForm.Way.FIRST).filter(one -> one.name().equals("belly-button-pain")).findFirst().orElseThrow();
        drawn(form, null);
        form.response().getItem().forEach(item -> type(page, item));
        assertSame(page, form);
    }

    private static void drawn(FilledForm form, String response) {
        page.evaluate("""
                async ([questionnaire, response]) => {
                    const form = LForms.Util.convertFHIRQuestionnaireToLForms(JSON.parse(questionnaire), 'R4');
                    const filled = response ? LForms.Util.mergeFHIRDataIntoLForms(JSON.parse(response), form, 'R4') : form;
                    await LForms.Util.addFormToPage(filled, 'form', {fhirVersion: 'R4'});
                }""", java.util.Arrays.asList(form.questionnaire(), response));
        page.locator("#form .lhc-item").first().waitFor();
    }

    private static void type(Page page, QuestionnaireResponseItemComponent item) {
        for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
            Locator asked = page.locator("[id^='item-" + item.getLinkId() + "/1']").first();
            String line = item.getLinkId() + " = " + said(answer.getValue());
            // It looks through its list a moment after the last key: longer on a busy machine.
            for (int pause = 300; pause < 10_000 && handedBack(page).noneMatch(kept -> kept.endsWith(line)); pause *= 3) {
                type(asked, answer.getValue(), pause);
            }
        }
        item.getItem().forEach(below -> type(page, below));
    }

    private static void type(Locator asked, Type value, int pause) {
        if (value instanceof BooleanType yesNo) {
            asked.getByText(yesNo.booleanValue() ? "Yes" : "No", new Locator.GetByTextOptions().setExact(true)).click();
            return;
        }
        Locator field = asked.locator("input:not([readonly]), textarea").first();
        field.click();
        String words = words(value);
        field.fill(words.substring(0, words.length() - 1));
        field.pressSequentially(words.substring(words.length() - 1));
        asked.page().waitForTimeout(pause);
        field.press("Tab");
    }

    private static String words(Type value) {
        if (value instanceof Coding coding) {
            return coding.getDisplay();
        }
        return value instanceof DateType day ? day.getMonth() + 1 + "/" + day.getDay() + "/" + day.getYear() : value.primitiveValue();
    }

    private static Stream<String> handedBack(Page page) {
        return lines(response(page)).stream();
    }

    private static QuestionnaireResponse response(Page page) {
        String back = (String) page.evaluate("JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'))");
        return FhirContext.forR4Cached().newJsonParser().parseResource(QuestionnaireResponse.class, back);
    }

    private static void assertSame(Page page, FilledForm form) {
        QuestionnaireResponse same = response(page);
        assertThat(lines(same)).isEqualTo(lines(form.response())).hasSizeGreaterThan(10);
        assertThat(same.getQuestionnaire()).isEqualTo(form.response().getQuestionnaire());
    }

    /** One line for each answer: where it stands, what it says. */
    private static List<String> lines(QuestionnaireResponse response) {
        return response.getItem().stream().flatMap(item -> lines("", item)).toList();
    }

    private static Stream<String> lines(String above, QuestionnaireResponseItemComponent item) {
        String here = above + "/" + item.getLinkId();
        return Stream.concat(item.getAnswer().stream().map(answer -> here + " = " + said(answer.getValue())),
                item.getItem().stream().flatMap(below -> lines(here, below)));
    }

    private static String said(Type value) {
        return value instanceof Coding coding ? coding.getCode() + " " + coding.getDisplay() : value.fhirType() + " " + value.primitiveValue();
    }

    private static void serve(Route route) {
        String path = route.request().url().substring(AT.length());
        Path file = PROGRAM.resolve("package/dist/lforms").resolve(path).normalize();
        if (path.isEmpty()) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(HOST));
        } else if (!file.startsWith(PROGRAM) || !Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        } else {
            // Without its charset the grammar inside cannot be read.
            route.fulfill(new Route.FulfillOptions().setPath(file)
                    .setContentType(path.endsWith(".js") ? "text/javascript; charset=utf-8" : path.endsWith(".css") ? "text/css" : "text/plain"));
        }
    }

    private static boolean fetched() throws InterruptedException {
        try {
            Files.createDirectories(PROGRAM);
            return run("npm", "pack", "lforms@" + VERSION, "--silent") && run("tar", "xzf", "lforms-" + VERSION + ".tgz");
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).directory(PROGRAM.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
