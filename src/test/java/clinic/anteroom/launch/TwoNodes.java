package clinic.anteroom.launch;

import clinic.anteroom.testing.DebianPackages;
import clinic.anteroom.testing.FirstRun;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.TestDatabase;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Two nodes that were started at the same moment on one empty PostgreSQL, behind HAProxy with the configuration of {@code deploy}. */
final class TwoNodes implements AutoCloseable {

    private static final String PROGRAM = "/usr/sbin/haproxy";
    private static final Path DEPLOYED = Path.of("deploy", "haproxy", "haproxy.cfg").toAbsolutePath();

    private final Path folder;
    private final PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh("nodes");
    private final FirstRun one;
    private final FirstRun two;
    private final int port = FirstRun.freePort();
    private Process proxy;

    private TwoNodes(Path folder) throws IOException {
        this.folder = folder;
        this.one = node("one");
        this.two = node("two");
    }

    /** Whether HAProxy is on this machine, after it was installed if that may be done here. */
    static boolean proxyIsThere() {
        if (!Files.isExecutable(Path.of(PROGRAM))) {
            DebianPackages.install("haproxy");
        }
        return Files.isExecutable(Path.of(PROGRAM));
    }

    /** Ready, with the demo clinic. */
    static TwoNodes start(Path folder) throws Exception {
        TwoNodes nodes = new TwoNodes(folder);
        try {
            nodes.one.awaitReady();
            nodes.two.awaitReady();
            Flyway.configure().dataSource(nodes.database).locations("classpath:db/demo").table("demo_history").baselineOnMigrate(true).baselineVersion("0").load().migrate();
            nodes.startProxy();
            return nodes;
        } catch (Exception e) {
            nodes.close();
            throw e;
        }
    }

    /** The proxy's address, without a slash at its end. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    ServersDatabase database() throws SQLException {
        return ServersDatabase.at(database.getConnection());
    }

    /** Where a node without a mail server puts its letters. */
    Path lettersOf(String node) {
        return folder.resolve(node).resolve("mail");
    }

    /** The power cord of the first one. */
    void killFirst() throws InterruptedException {
        one.kill();
    }

    private FirstRun node(String name) throws IOException {
        return FirstRun.with(folder.resolve(name), Map.of(
                "ANTEROOM_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.getPortNumbers()[0] + "/nodes",
                "ANTEROOM_DB_USER", "anteroom_app", "ANTEROOM_DB_OWNER", "postgres", "ANTEROOM_DB_PASSWORD", "",
                "ANTEROOM_ZONE", wherePeopleAreAwake(Instant.now()),
                "ANTEROOM_ADDRESS", "http://127.0.0.1:" + port,
                "ANTEROOM_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    /** A clinic where it is about noon: reminders leave by day only, and this is run at any hour. */
    private static String wherePeopleAreAwake(Instant now) {
        int ahead = 12 - now.atOffset(ZoneOffset.UTC).getHour();
        return ahead == 0 ? "Etc/GMT" : "Etc/GMT" + (ahead > 0 ? "-" : "+") + Math.abs(ahead); // Their signs are the other way round.
    }

    /** What is deployed, on other ports and without a certificate. */
    private void startProxy() throws Exception {
        String rules = Files.readString(DEPLOYED)
                .replaceAll("(?m)^ *(bind|http-request redirect|ssl-default-bind-options) .*\\R", "")
                .replace("frontend web\n", "frontend web\n    bind 127.0.0.1:" + port + "\n")
                .replace("X-Forwarded-Proto https", "X-Forwarded-Proto http")
                .replace("/run/haproxy/admin.sock", folder.resolve("admin.sock").toString())
                .replace("/etc/haproxy", DEPLOYED.getParent().toString())
                .replace("127.0.0.1:8081", one.address().substring("http://".length()))
                .replace("127.0.0.1:8082", two.address().substring("http://".length()));
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), rules);
        proxy = new ProcessBuilder(PROGRAM, "-db", "-f", file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile()).start();
        for (int tries = 0; !answers(); tries++) {
            if (tries > 100 || !proxy.isAlive()) {
                throw new IllegalStateException("HAProxy does not serve:\n" + Files.readString(folder.resolve("haproxy.log")));
            }
            Thread.sleep(200);
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection page = (HttpURLConnection) URI.create(address() + "/patient/start.xhtml").toURL().openConnection();
            page.setConnectTimeout(500);
            page.setReadTimeout(10_000);
            return page.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (proxy != null) {
            proxy.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
        one.close();
        two.close();
    }
}
