package clinic.anteroom.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code target/bom.json} (CycloneDX): every part that leaves the house has a licence that a clinic can live with. */
class BillOfMaterialsIT {

    /** A part with several licences may be taken under any one of them. */
    private static final Set<String> WELCOME = Set.of("Apache-2.0", "Apache Software License 2.0", "MIT", "BSD-2-Clause",
            "BSD-3-Clause", "0BSD", "EPL-2.0", "MPL-2.0", "Unicode-3.0",
            // The server: with the exception, programs on it stay their owners'.
            "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)");

    @TestFactory
    Stream<DynamicTest> everyPartHasAWelcomeLicence() throws IOException {
        List<JsonObject> parts = parts();
        assertThat(parts).hasSizeGreaterThan(40);
        return parts.stream().map(part -> DynamicTest.dynamicTest(part.getString("name"),
                () -> assertThat(licences(part)).containsAnyElementsOf(WELCOME)));
    }

    /** What the server brings would be there twice, and which of two is taken depends on the order of files on a disk. */
    @Test
    void noClassStandsTwiceInTheApplicationAndNoneIsTheServersOwn() throws IOException {
        Map<String, Set<String>> jarsOf = new TreeMap<>();
        try (Stream<Path> jars = Files.list(Path.of("target", "anteroom", "WEB-INF", "lib"))) {
            for (Path jar : jars.filter(one -> one.toString().endsWith(".jar")).toList()) {
                try (JarFile open = new JarFile(jar.toFile())) {
                    open.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class"))
                            .forEach(name -> jarsOf.computeIfAbsent(name, any -> new TreeSet<>()).add(jar.getFileName().toString()));
                }
            }
        }
        assertThat(jarsOf).hasSizeGreaterThan(10_000);
        assertThat(jarsOf.keySet()).noneMatch(name -> name.startsWith("jakarta/") || name.startsWith("org/glassfish/") || name.startsWith("fish/payara/"));
        assertThat(jarsOf.entrySet()).filteredOn(one -> one.getValue().size() > 1).isEmpty();
    }

    private static List<JsonObject> parts() throws IOException {
        try (JsonReader json = Json.createReader(Files.newBufferedReader(Path.of("target", "bom.json")))) {
            return json.readObject().getJsonArray("components").getValuesAs(JsonObject.class);
        }
    }

    private static List<String> licences(JsonObject part) {
        return part.getOrDefault("licenses", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(BillOfMaterialsIT::name).toList();
    }

    private static String name(JsonObject licence) {
        if (licence.containsKey("expression")) {
            return licence.getString("expression");
        }
        JsonObject named = licence.getJsonObject("license");
        return named.getString("id", named.getString("name", ""));
    }
}
