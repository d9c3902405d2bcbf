package clinic.anteroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whoever gets something that tells of a patient gets it from a method that writes the trail. Those that need not stand in
 * {@code unlogged.txt}, each with its reason.
 */
class EveryLookIsLoggedTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("clinic.anteroom");

    /** Components whose name says that their record tells of somebody. */
    private static final Set<String> TELLING = Set.of("patientId", "patient", "patientName", "givenName", "familyName", "birthDate", "answers", "response",
            "carerId", "carerName", "complaint", "evaluation");

    @Test
    @DisplayName("T36 every service method that tells of a patient writes the trail, or says why it need not")
    void whatTellsOfAPatientIsLogged() throws IOException {
        assertThat(unlogged()).containsExactlyInAnyOrderElementsOf(excused());
    }

    @Test
    void theTestSeesALoggedMethodAndAnUnloggedOne() {
        JavaMethod logged = HOUSE.get("clinic.anteroom.directory.DirectoryService").getMethods().stream().filter(one -> one.getName().equals("patients")).findFirst().orElseThrow();
        assertThat(tells(logged.reflect().getGenericReturnType(), new HashSet<>())).isTrue();
        assertThat(writes(logged, new HashSet<>())).isTrue();
        assertThat(writes(HOUSE.get("clinic.anteroom.directory.DirectoryService").getMethod("places"), new HashSet<>())).isFalse();
    }

    private static Set<String> unlogged() {
        return HOUSE.stream().filter(one -> one.isAnnotatedWith(Stateless.class)).flatMap(one -> one.getMethods().stream())
                .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(one -> !one.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(one -> tells(one.reflect().getGenericReturnType(), new HashSet<>()))
                .filter(one -> !writes(one, new HashSet<>()))
                .map(one -> one.getOwner().getSimpleName() + "." + one.getName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> excused() throws IOException {
        try (InputStream lines = EveryLookIsLoggedTest.class.getResourceAsStream("unlogged.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .peek(line -> assertThat(line).as("a reason after the bar").matches("\\w+\\.\\w+ \\| .{10,}"))
                    .map(line -> line.substring(0, line.indexOf(' '))).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean tells(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).anyMatch(one -> tells(one, seen)) || tells(generic.getRawType(), seen);
        }
        if (!(type instanceof Class<?> plain) || !plain.getName().startsWith("clinic.anteroom")) {
            return false;
        }
        if (plain.isSealed()) {
            return Stream.of(plain.getPermittedSubclasses()).anyMatch(one -> tells(one, seen));
        }
        return plain.isRecord() && Stream.of(plain.getRecordComponents()).anyMatch(one -> tells(one, seen));
    }

    private static boolean tells(RecordComponent component, Set<Type> seen) {
        return TELLING.contains(component.getName()) || tells(component.getGenericType(), seen);
    }

    private static boolean writes(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        return seen.add(unit) && Stream.of(unit.getCallsFromSelf().stream().map(call -> call.getTarget().resolveMember()),
                        unit.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget().resolveMember()))
                .flatMap(calls -> calls).flatMap(Optional::stream)
                .anyMatch(called -> called.getOwner().getName().equals(AuditService.class.getName())
                        || called.getOwner().getName().startsWith("clinic.anteroom") && writes(called, seen));
    }
}
