package clinic.anteroom.web.reception;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.desk.SomeFrontDesk;
import clinic.anteroom.shared.ClinicTime;
import jakarta.ejb.SessionContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("T12 what is read when nothing works")
class DowntimePackTest {

    private static final SessionContext CLOCK = (SessionContext) Proxy.newProxyInstance(DowntimePackTest.class.getClassLoader(),
            new Class<?>[] {SessionContext.class}, (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : (Principal) () -> "clock");

    @TempDir
    Path folder;

    private final ClinicTime time = new ClinicTime(Clock.fixed(Instant.parse("2026-12-02T13:00:00Z"), ZoneOffset.UTC), ZoneId.of("America/Toronto"));
    private final SomeFrontDesk desk = new SomeFrontDesk();

    @BeforeEach
    void write() {
        desk.visit(desk.patient("Ida", "<b>Lund-" + desk.mark, "1950-01-31", "416 555 0107"), "2026-12-02T09:20");
        desk.visit(desk.patient("Olu", "Ade-" + desk.mark, "1990-05-01", "416 555 0108"), "2026-12-03T10:00");
        desk.standsOnAList(desk.patient("Eve", "Rae-" + desk.mark, "1970-05-01", "416 555 0109"), "2026-12-03T11:00", "A <fall>");
        desk.pack(time, CLOCK, service -> {
            DowntimePack pack = new DowntimePack();
            pack.pack = service;
            pack.time = time;
            pack.folder = Optional.of(folder.resolve("pack").toString());
            pack.tick();
        });
    }

    @Test
    @DisplayName("T12 today and three more days on which somebody works lie there as plain pages")
    void fourDaysLieInAFolder() throws IOException {
        assertThat(names()).contains("index.html", "2026-12-02.html", "2026-12-03.html").hasSize(5);
        assertThat(read("2026-12-02.html")).contains("09:20-09:40", "&lt;b&gt;Lund-" + desk.mark + ", Ida", "1950-01-31", "416 555 0107").doesNotContain("<b>Lund");
        assertThat(read("2026-12-03.html")).contains("Ade-" + desk.mark).doesNotContain("Lund-" + desk.mark);
        assertThat(read("2026-12-03.html")).as("lists without times, too").contains("Home visits, Dora " + desk.mark + " 11:00-12:00", "Eve Rae-" + desk.mark, "A &lt;fall&gt;");
    }

    @Test
    @DisplayName("T12 only the owner may read them")
    void nobodyElseReadsThem() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("pack/2026-12-02.html"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("pack"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve("pack").resolve(name));
    }
}
