package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody else's form program reads our questionnaires: LHC-Forms of the National Library of Medicine, in a real browser.
 * It gets our response, shows the form by its own understanding of branches, and hands the same response back.
 */
@Disabled("HAPI's JSON reader meets the older Jackson that Payara Micro brings on the test class path: NoSuchMethodError getNumberTypeFP")
class LformsIT {

    private static final String VERSION = "40.1.3";
    private static final Path PROGRAM = Path.of(System.getProperty("user.home"), ".cache", "anteroom-lforms", VERSION);
    private static final String AT = "http://lforms.example/";
    private static final List<String> SCRIPTS = List.of("webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js");

    private static BrowserContext window;

    /** "I am not sure" without an option is an extension, which LHC-Forms does not hand back: that way is left out. */
    static Stream<FilledForm> forms() {
        return Stream.of(FilledForm.Way.FIRST, FilledForm.Way.LAST).flatMap(FilledForm::of);
    }

    @BeforeAll
    static void fetchProgram() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(PROGRAM.resolve("package")) || fetched(), "LHC-Forms cannot be fetched: npm, or its registry, is not there");
        window = Browser.window(1200, 900, ColorScheme.LIGHT);
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
        try (Page page = window.newPage()) {
            page.route(AT + "**", LformsIT::serve);
            page.navigate(AT);
            SCRIPTS.forEach(script -> page.addScriptTag(new Page.AddScriptTagOptions().setUrl(AT + script)));
            String back = (String) page.evaluate("""
                    async ([questionnaire, response]) => {
                        const form = LForms.Util.convertFHIRQuestionnaireToLForms(JSON.parse(questionnaire), 'R4');
                        await LForms.Util.addFormToPage(LForms.Util.mergeFHIRDataIntoLForms(JSON.parse(response), form, 'R4'), 'form', {fhirVersion: 'R4'});
                        for (let tries = 0; tries < 100; tries++) {
                            try {
                                return JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', 'form'));
                            } catch (notDrawnYet) {
                                await new Promise(later => setTimeout(later, 200));
                            }
                        }
                        throw new Error('The form was not drawn within 20 seconds.');
                    }""", List.of(form.questionnaire(), form.json()));
            QuestionnaireResponse same = FhirContext.forR4Cached().newJsonParser().parseResource(QuestionnaireResponse.class, back);
            assertThat(lines(same)).isEqualTo(lines(form.response())).hasSizeGreaterThan(10);
            assertThat(same.getQuestionnaire()).isEqualTo(form.response().getQuestionnaire());
        }
    }

    /** One line for each answer: where it stands, what it says. */
    private static List<String> lines(QuestionnaireResponse response) {
        return response.getItem().stream().flatMap(item -> lines("", item)).toList();
    }

    private static Stream<String> lines(String above, QuestionnaireResponseItemComponent item) {
        String here = above + "/" + item.getLinkId();
        return Stream.concat(item.getAnswer().stream().map(answer -> here + " = " + FhirContext.forR4Cached().newJsonParser().encodeToString(answer.getValue())),
                item.getItem().stream().flatMap(below -> lines(here, below)));
    }

    private static void serve(Route route) {
        String path = route.request().url().substring(AT.length());
        if (path.isEmpty()) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8")
                    .setBody("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>LHC-Forms</title></head><body><div id=\"form\"></div></body></html>"));
            return;
        }
        Path file = PROGRAM.resolve("package/dist/lforms").resolve(path).normalize();
        if (!file.startsWith(PROGRAM) || !Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        } else {
            // Without its charset the grammar inside cannot be read.
            route.fulfill(new Route.FulfillOptions().setPath(file).setContentType(path.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/plain"));
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
