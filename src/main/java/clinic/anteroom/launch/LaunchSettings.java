package clinic.anteroom.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where to listen and which database to use, from the environment.
 *
 * @param httpPort       port of the pages on 127.0.0.1, 1 to 65535
 * @param databasePort   port of the embedded PostgreSQL on 127.0.0.1, 1 to 65535
 * @param dataFolder     absolute folder that keeps the database and the log
 * @param foreign        the database of the clinic; empty: start an embedded one
 * @param serverOptions  what the server's Java is told, each beginning with a dash
 */
record LaunchSettings(int httpPort, int databasePort, Path dataFolder, Optional<DatabaseAddress> foreign, List<String> serverOptions) {

    /** For a small machine that is looked at for an hour: little memory, and the quick compiler alone. */
    private static final String FIRST_HOUR = "-Xmx640m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    static LaunchSettings from(Map<String, String> environment) {
        return new LaunchSettings(
                port(environment, "ANTEROOM_HTTP_PORT", 8080),
                port(environment, "ANTEROOM_EMBEDDED_DB_PORT", 5439),
                Path.of(environment.getOrDefault("ANTEROOM_DATA", ".data")).toAbsolutePath().normalize(),
                Optional.ofNullable(environment.get("ANTEROOM_DB_URL")).filter(url -> !url.isBlank())
                        .map(url -> new DatabaseAddress(url,
                                environment.getOrDefault("ANTEROOM_DB_USER", "anteroom"),
                                environment.getOrDefault("ANTEROOM_DB_PASSWORD", ""))),
                options(environment.getOrDefault("ANTEROOM_SERVER_OPTIONS", FIRST_HOUR)));
    }

    /** The database of the clinic, or the embedded one of a launcher that runs with these settings. */
    DatabaseAddress database() {
        return foreign.orElseGet(() -> EmbeddedDatabase.at(databasePort));
    }

    private static List<String> options(String value) {
        List<String> options = value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
        options.stream().filter(option -> !option.startsWith("-")).findFirst().ifPresent(option -> {
            throw new CannotStart("ANTEROOM_SERVER_OPTIONS holds \"" + option + "\", which is no option of Java; each begins with a dash, for example -Xmx1g.");
        });
        return options;
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new CannotStart(name + " is \"" + value + "\", which is not a port; use a number from 1 to 65535.");
        }
        return Integer.parseInt(value);
    }
}
