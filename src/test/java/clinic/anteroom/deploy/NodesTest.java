package clinic.anteroom.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clinic.anteroom.startup.Migrator;
import jakarta.annotation.sql.DataSourceDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is deployed beside the WAR fits together: proxy, units, containers, settings. */
class NodesTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern SETTING = Pattern.compile("\\b(?:ANTEROOM|POSTGRES)_[A-Z_]+");
    /** Settings of the database's image that no place differs in. */
    private static final Set<String> OF_THE_IMAGE = Set.of("POSTGRES_DB", "POSTGRES_INITDB_ARGS");

    @TempDir
    private Path folder;

    @Test
    void containersAreReadableAndEverySettingOfTheirsStandsInTheExample() throws IOException {
        assertThat(services()).containsOnlyKeys("db", "proxy", "one", "two");
        Set<String> known = settings(text("env.example"));
        Set<String> used = settings(text("compose.yaml"));
        used.addAll(settings(text("postgres/roles.sh")));
        used.removeAll(OF_THE_IMAGE);
        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void bothNodesAreStartedAlikeButForTheirPort() throws IOException {
        Map<String, Object> one = service("one");
        Map<String, Object> two = service("two");
        assertThat(command(two).replace("8082", "8081")).isEqualTo(command(one));
        one.remove("command");
        two.remove("command");
        assertThat(two).isEqualTo(one);
        String unit = text("systemd/anteroom@.service").replaceAll("\\s*\\\\\\R\\s*", " ");
        assertThat(unit).contains(command(service("one")).replace("java -", "/usr/bin/java -").replace("8081", "%i").replace("/tmp/payara", "/var/cache/anteroom/payara-%i"));
        assertThat(text("systemd/anteroom.service").replaceAll("\\s*\\\\\\R\\s*", " ")).contains(command(service("one")).replace("java -", "/usr/bin/java -")
                .replace("8081", "8080").replace("/tmp/payara", "/var/cache/anteroom/payara"));
    }

    @Test
    @DisplayName("T15 every request that runs finds a connection, and two nodes fit into a PostgreSQL as it comes")
    void everyRequestFindsAConnection() throws IOException {
        Matcher threads = Pattern.compile("http-thread-pool\\.max-thread-pool-size=(\\d+)").matcher(text("payara/preboot.txt"));
        assertThat(threads.find()).as("the number of request threads is set").isTrue();
        int connections = Migrator.class.getAnnotation(DataSourceDefinition.class).maxPoolSize();
        assertThat(Integer.parseInt(threads.group(1))).isBetween(20, connections - 4);
        assertThat(2 * connections).as("of the hundred connections that PostgreSQL gives, some are the clinic's own").isLessThanOrEqualTo(90);
    }

    @Test
    void everyFileTheContainersMountIsThere() throws IOException {
        for (String name : services().keySet()) {
            for (Object volume : (List<?>) service(name).getOrDefault("volumes", List.of())) {
                String from = volume.toString().split(":")[0];
                assertThat(!from.startsWith("./") || Files.isRegularFile(DEPLOY.resolve(from))).as(from).isTrue();
            }
        }
        assertThat(Files.isExecutable(DEPLOY.resolve("postgres/roles.sh"))).isTrue();
    }

    @Test
    void proxyAsksTheNodesThatAreStartedAndBelievesNoVisitor() throws IOException {
        String proxy = text("haproxy/haproxy.cfg");
        assertThat(proxy).contains("http-check send meth GET uri /ready", "http-check expect status 200", "server one 127.0.0.1:8081 cookie one", "server two 127.0.0.1:8082 cookie two");
        assertThat(proxy).as("set, not added").contains("http-request set-header X-Forwarded-For %[src]").doesNotContain("forwardfor", "add-header X-Forwarded");
        assertThat(proxy).as("what changes something is not sent twice").contains("http-request disable-l7-retry if !{ method GET HEAD }");
        assertThat(proxy.lines().filter(line -> line.contains("log-format"))).as("a query may hold the key of a link").hasSize(1)
                .noneMatch(line -> line.matches(".*%(\\{.*})?(r|HQ|HU|hr|hrl|CC|CS)\\b.*"));
        assertThat(text("payara/preboot.txt")).as("a redirect stays https behind the proxy").contains("scheme-mapping=X-Forwarded-Proto");
    }

    @Test
    void pageOfTheLastResortIsAWholeAnswer() throws IOException {
        String page = text("haproxy/anteroom-unavailable.http");
        assertThat(page).startsWith("HTTP/1.1 503 Service Unavailable\r\n").contains("\r\n\r\n<!DOCTYPE html>", "no-store", "lang=\"fr\"", "tel:911");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).as("HAProxy's buffer").isLessThan(15_000);
    }

    @Test
    void proxyItselfFindsNoFault() throws IOException, InterruptedException {
        Path program = Path.of("/usr/sbin/haproxy");
        assumeTrue(Files.isExecutable(program), "needs HAProxy (Debian's package haproxy)");
        String rules = text("haproxy/haproxy.cfg").replace("bind :443 ssl crt /etc/haproxy/anteroom.pem alpn h2,http/1.1", "bind :443")
                .replace("/etc/haproxy", DEPLOY.resolve("haproxy").toAbsolutePath().toString());
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), rules);
        Process check = new ProcessBuilder(program.toString(), "-c", "-f", file.toString()).redirectErrorStream(true).start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
        assertThat(said).doesNotContainIgnoringCase("warning");
    }

    private static String text(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }

    private static Set<String> settings(String text) {
        Set<String> found = new TreeSet<>();
        Matcher names = SETTING.matcher(text);
        while (names.find()) {
            found.add(names.group());
        }
        return found;
    }

    private static String command(Map<String, Object> service) {
        return String.join(" ", ((List<?>) service.get("command")).stream().map(Object::toString).toList());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> services() throws IOException {
        Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(text("compose.yaml"));
        return (Map<String, Object>) all.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> service(String name) throws IOException {
        return new java.util.LinkedHashMap<>((Map<String, Object>) services().get(name));
    }
}
