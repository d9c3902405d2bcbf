package clinic.anteroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No query of a member of staff runs before the database knows for whom it reads. */
class EveryReaderIsIntroducedTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("clinic.anteroom");
    private static final Set<TransactionAttributeType> OUTSIDE = Set.of(TransactionAttributeType.NOT_SUPPORTED, TransactionAttributeType.NEVER, TransactionAttributeType.SUPPORTS);

    @Test
    @DisplayName("T39 every service goes through the lock-box first")
    void theLockBoxStandsBeforeEveryService() throws IOException {
        assertThat(Files.readString(Path.of("src", "main", "webapp", "WEB-INF", "ejb-jar.xml"))).contains("<ejb-name>*</ejb-name>", LockBox.class.getName());
    }

    @Test
    @DisplayName("T39 a service without a transaction of its own, where nobody is introduced, asks other services and no table")
    void whoHasNoTransactionReadsNothing() {
        List<String> readers = HOUSE.stream().filter(one -> one.isAnnotatedWith(Stateless.class)).flatMap(one -> one.getCodeUnits().stream())
                .filter(EveryReaderIsIntroducedTest::isOutside)
                .flatMap(unit -> unit.getCallsFromSelf().stream()).filter(call -> isRepository(call.getTargetOwner()))
                .map(call -> call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName() + " asks " + call.getTargetOwner().getSimpleName()).distinct().toList();
        // Who shows the key of a patient's session reads as that patient, for whom nothing is locked.
        assertThat(readers).allSatisfy(reader -> assertThat(reader).matches("MyBookingService\\.\\w+ asks Proofs"));
    }

    @Test
    void theTestKnowsARepository() {
        assertThat(isRepository(HOUSE.get("clinic.anteroom.scheduling.Appointments"))).isTrue();
        assertThat(isRepository(HOUSE.get("clinic.anteroom.scheduling.AgendaService"))).as("a service is introduced").isFalse();
    }

    private static boolean isOutside(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(TransactionAttribute.class) ? OUTSIDE.contains(unit.getAnnotationOfType(TransactionAttribute.class).value())
                : unit.getOwner().isAnnotatedWith(TransactionAttribute.class) && OUTSIDE.contains(unit.getOwner().getAnnotationOfType(TransactionAttribute.class).value());
    }

    private static boolean isRepository(JavaClass owner) {
        return !owner.isAnnotatedWith(Stateless.class) && owner.getAllFields().stream().anyMatch(field -> field.getRawType().getName().equals("jakarta.persistence.EntityManager"));
    }
}
