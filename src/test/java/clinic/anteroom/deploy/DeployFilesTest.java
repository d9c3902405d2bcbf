package clinic.anteroom.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clinic.anteroom.testing.DebianPackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy} beside what the product really reads: settings, ports, folders, units. */
class DeployFilesTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Path SYSTEMD = DEPLOY.resolve("systemd");
    private static final Path CODE = Path.of("src", "main", "java");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\bANTEROOM_[A-Z_]+\\b");
    private static final Pattern CONFIGURED = Pattern.compile("(?:ConfigProperty\\(name = \"|MPCONFIG=|(?:getValue|getOptionalValue|setting)\\(\")(anteroom\\.[a-z0-9._-]+)");

    /** Set by the launcher for a first run, and by nobody else. */
    private static final Set<String> NOT_FOR_CLINICS = Set.of("ANTEROOM_DEMO");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("T10 every setting that the product, a script or a container reads stands in env.example, and what stands there is read by something")
    void settingsAndTheExampleAgree() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Path file : files(CODE, ".java")) {
            Matcher names = CONFIGURED.matcher(Files.readString(file));
            while (names.find()) {
                read.add(names.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
            }
            if (file.toString().contains("/launch/")) {
                read.addAll(found(ENVIRONMENT, Files.readString(file)));
            }
        }
        for (Path script : Stream.of("backup", "postgres", "systemd").flatMap(name -> files(DEPLOY.resolve(name), "").stream()).toList()) {
            read.addAll(found(ENVIRONMENT, Files.readString(script)));
        }
        read.addAll(found(ENVIRONMENT, Files.readString(DEPLOY.resolve("compose.yaml"))));
        read.removeAll(NOT_FOR_CLINICS);
        Set<String> told = found(Pattern.compile("(?m)^(?:# )?(ANTEROOM_[A-Z_]+)="), Files.readString(DEPLOY.resolve("env.example")));
        assertThat(read).hasSizeGreaterThan(40).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void exampleTellsTheDefaultsThatTheProductHas() throws IOException {
        String example = Files.readString(DEPLOY.resolve("env.example"));
        List<String> defaults = Files.readAllLines(Path.of("src", "main", "resources", "META-INF", "microprofile-config.properties")).stream().filter(line -> line.startsWith("anteroom.")).toList();
        assertThat(defaults).isNotEmpty().allSatisfy(line -> {
            String[] pair = line.split("=", 2);
            String name = pair[0].toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            assertThat(NOT_FOR_CLINICS.contains(name) || example.contains("\n" + name + "=" + pair[1] + "\n")).as(line).isTrue();
        });
    }

    @Test
    void everyAddressAndFolderIsTheSameInAllFiles() throws IOException {
        String compose = Files.readString(DEPLOY.resolve("compose.yaml"));
        String proxy = Files.readString(DEPLOY.resolve("haproxy/haproxy.cfg"));
        String nodes = Files.readString(DEPLOY.resolve("nodes.md"));
        Set<String> behind = found(Pattern.compile("server \\w+ 127\\.0\\.0\\.1:(\\d+)"), proxy);
        assertThat(found(Pattern.compile("--port\\n +- \"(\\d+)\""), compose)).isEqualTo(behind).hasSize(2);
        assertThat(found(Pattern.compile("anteroom@(\\d+)"), nodes)).isEqualTo(behind);
        assertThat(found(Pattern.compile("(?m)^    bind :(\\d+)"), proxy)).isEqualTo(found(Pattern.compile("- \"\\d+:(\\d+)\""), compose)).hasSize(2);
        assertThat(Files.readString(Path.of("src", "main", "java", "clinic", "anteroom", "web", "shell", "ReadyServlet.java"))).contains("@WebServlet(\"/ready\")");
        assertThat(proxy).as("what the units and the proxy ask").contains("uri /ready");
        assertThat(found(Pattern.compile("(/etc/haproxy/[a-z.-]+)"), proxy)).allSatisfy(path -> assertThat(compose + nodes).contains(path));
        for (Path unit : files(SYSTEMD, ".service")) {
            String text = Files.readString(unit);
            found(Pattern.compile("(?:EnvironmentFile=|Exec\\w+=)(/(?:etc|opt)/anteroom/\\S+)"), text).forEach(path -> {
                boolean script = path.startsWith("/opt/anteroom/");
                assertThat(script ? Files.isExecutable(DEPLOY.resolve(path.substring("/opt/anteroom/".length()))) : readExample().contains(path)).as(unit + " " + path).isTrue();
            });
            found(Pattern.compile("--(?:pre|post)bootcommandfile (\\S+)"), text).forEach(path -> assertThat(DEPLOY.resolve(path)).isRegularFile());
        }
        Object images = new Yaml(new SafeConstructor(new LoaderOptions())).load(compose);
        assertThat(found(Pattern.compile("image=([a-z-]+:[a-z0-9.-]+)"), images.toString())).as("each image has a version").hasSize(3).noneMatch(image -> image.endsWith("latest"));
    }

    @Test
    @DisplayName("T10 systemd finds no fault in the units, and lets the application write to its own folders only")
    void systemdFindsNoFault() throws IOException, InterruptedException {
        Path program = Path.of("/usr/bin/systemd-analyze");
        if (!Files.isExecutable(program)) {
            DebianPackages.install("systemd");
        }
        assumeTrue(Files.isExecutable(program), "needs systemd (Debian's package systemd)");
        List<String> units = new ArrayList<>();
        for (Path unit : files(SYSTEMD, "")) {
            // Programs that are not on this machine stand somewhere else on a clinic's.
            String text = Files.readString(unit).replace("/opt/anteroom/backup", DEPLOY.resolve("backup").toAbsolutePath().toString());
            for (String name : List.of("/usr/bin/java", "/usr/bin/pg_receivewal")) {
                text = text.replace(name, Files.isExecutable(Path.of(name)) ? name : "/bin/true");
            }
            units.add(Files.writeString(folder.resolve(unit.getFileName()), text).toString());
        }
        assertThat(units).hasSize(7);
        units.add(0, "verify");
        units.add(0, "--man=no");
        assertThat(said(program, units)).as("faults").isBlank();
        for (String name : List.of("anteroom.service", "anteroom@.service")) {
            String text = Files.readString(SYSTEMD.resolve(name));
            assertThat(said(program, List.of("security", "--offline=true", "--threshold=40", "--no-pager", folder.resolve(name).toString()))).as(name).contains("Overall exposure level").doesNotContain("EXPOSED", "UNSAFE");
            assertThat(text).as("what it writes to is made before it starts").contains("ProtectSystem=strict", "CacheDirectory=anteroom", "StateDirectory=anteroom").doesNotContain("ReadWritePaths");
            assertThat(found(Pattern.compile("/var/cache/([a-z]+)/"), text)).containsExactly("anteroom");
            Matcher patience = Pattern.compile("seq 1 (\\d+)").matcher(text);
            Matcher limit = Pattern.compile("TimeoutStartSec=(\\d+)").matcher(text);
            assertThat(patience.find() && limit.find()).as(name).isTrue();
            assertThat(Integer.parseInt(limit.group(1))).as("systemd waits longer than the unit does").isGreaterThan(Integer.parseInt(patience.group(1)) + 10);
        }
        assertThat(found(Pattern.compile("=(/var/lib/[a-z]+)"), readExample())).as("folders of the example").containsExactly("/var/lib/anteroom");
        for (Path timer : files(SYSTEMD, ".timer")) {
            assertThat(SYSTEMD.resolve(timer.getFileName().toString().replace(".timer", ".service"))).exists();
            Matcher when = Pattern.compile("OnCalendar=(.*)").matcher(Files.readString(timer));
            assertThat(when.find()).isTrue();
            assertThat(said(program, List.of("calendar", when.group(1)))).contains("Next elapse");
        }
    }

    private String said(Path program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, program.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String readExample() {
        try {
            return Files.readString(DEPLOY.resolve("env.example"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the pattern's group found, or its whole. */
    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }
}
