package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What must hold for every page, also for one that nobody has written yet. */
class PagesTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");

    @Test
    @DisplayName("T21 every page belongs to a face with a role, or is one of the few open pages")
    void everyPageIsGuarded() throws IOException {
        assertThat(pages()).isNotEmpty().allSatisfy(page -> {
            String view = "/" + PAGES.relativize(page).toString().replace('\\', '/');
            assertThat(Face.isOpenPage(view) || Face.isStaffPage(view) || Face.of(view).isPresent()).as(view).isTrue();
        });
    }

    @Test
    void facesOfStaffAskForARoleThatWebXmlKnows() throws IOException {
        String webXml = Files.readString(PAGES.resolve("WEB-INF/web.xml"));
        for (Face face : Face.values()) {
            if (face != Face.PATIENT) {
                assertThat(face.role()).as(face.name()).isNotBlank();
                assertThat(webXml).contains("<url-pattern>" + face.home().replaceAll("[^/]+$", "") + "*</url-pattern>",
                        "<role-name>" + face.role() + "</role-name>");
            }
        }
    }

    @Test
    void noPageStylesItselfOrSwitchesEscapingOff() throws IOException {
        assertThat(all()).allSatisfy(page -> assertThat(Files.readString(page)).as(page.toString())
                .doesNotContain("style=\"", "escape=\"false\"", "transient=\"true\"", "<script>", "onclick="));
    }

    @Test
    @DisplayName("T24 pages lead on by redirects, what runs on looking changes nothing, and nothing is used that hands out files by id, takes them in pieces or prints times of another zone")
    void pagesUseNothingThatIsATrap() throws IOException {
        Set<String> onLooking = new TreeSet<>();
        for (Path page : all()) {
            String text = Files.readString(page);
            assertThat(text).as(page.toString()).doesNotContain("f:ajax", "chunkSize", "p:timeline", "p:media", "p:graphicImage", "p:fileDownload", "escape='false'")
                    .doesNotContainPattern("\\saction=\"(?!#\\{|/sign-out\")[^\"]").doesNotContainPattern("<f:convertDateTime(?![^>]*type=\"local(?:Date|Time)\")");
            Matcher action = Pattern.compile("(?:<f:viewAction action|type=\"preRenderView\" listener)=\"#\\{\\w+\\.(\\w+)}").matcher(text);
            while (action.find()) {
                onLooking.add(action.group(1));
            }
        }
        assertThat(onLooking).as("reads, or goes elsewhere: look twice at another one").isSubsetOf("load", "elsewhere", "elsewhereForVisits", "chosen", "go", "begin", "shown", "tellTooLarge").isNotEmpty();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "clinic", "anteroom", "web"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                assertThat(code).as(source.toString()).doesNotContain("StreamedContent");
                if (source.toString().endsWith("Backing.java")) {
                    assertThat(Pattern.compile("return [^;]*\\.xhtml[^;]*;").matcher(code).results().map(found -> found.group())).as(source.toString()).allSatisfy(leads -> assertThat(leads).contains("faces-redirect=true"));
                }
            }
        }
    }

    @Test
    @DisplayName("T47 no patient has to pick a day or a time from a calendar")
    void patientsTypeDaysAndTakeTimesFromLists() throws IOException {
        assertThat(all().stream().filter(page -> page.toString().contains("/patient/"))).isNotEmpty().allSatisfy(page ->
                assertThat(Files.readString(page)).as(page.toString()).doesNotContain("type=\"date\"", "type=\"time\"", "datePicker", "p:calendar"));
    }

    @Test
    void anAddressFromOutsideLeadsToAPageOfTheOwnFaceOnly() {
        assertThat(Face.DOCTOR.isOwnPage("/doctor/review.xhtml?case=1")).isTrue();
        assertThat(Stream.of("//evil.example/doctor/", "https://evil.example/doctor/", "/reception/orders.xhtml", "/doctor/\\evil", "/doctor/\r\nX: y", null))
                .allSatisfy(address -> assertThat(Face.DOCTOR.isOwnPage(address)).as(String.valueOf(address)).isFalse());
    }

    private static List<Path> pages() throws IOException {
        return all().stream().filter(page -> !page.startsWith(PAGES.resolve("WEB-INF"))).toList();
    }

    private static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
