package clinic.anteroom;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.BusinessException;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as README draws it: rooms in the order a patient passes them, each knowing only those before it. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages("clinic.anteroom");

    /** In the order of the table in README; a package may know those that stand before it. */
    private static final List<String> ROOMS =
            List.of("shared", "access", "directory", "intake", "triage", "care", "scheduling", "myvisit", "privacy", "notify", "fhir", "web");

    @TestFactory
    Stream<DynamicTest> aRoomKnowsOnlyThoseBeforeIt() {
        return ROOMS.stream().map(room -> DynamicTest.dynamicTest(room, () -> {
            String[] later = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
                    .map(HouseRulesTest::inside).toArray(String[]::new);
            if (later.length > 0) {
                noClasses().that().resideInAPackage(inside(room)).should().dependOnClassesThat().resideInAnyPackage(later).check(HOUSE);
            }
            noClasses().that().resideInAPackage(inside(room)).should().dependOnClassesThat()
                    .resideInAnyPackage(inside("startup"), inside("launch")).check(HOUSE);
        }));
    }

    @Test
    void theDoorAndTheFacesDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(inside("web")).should().dependOnClassesThat().resideInAPackage(inside("fhir")).check(HOUSE);
        noClasses().that().resideOutsideOfPackage(inside("fhir")).should().dependOnClassesThat().resideInAPackage("ca.uhn.fhir..").check(HOUSE);
    }

    @Test
    void everyRoomOfTheListHasClasses() {
        Stream.concat(ROOMS.stream(), Stream.of("startup", "launch", "web.shell", "web.patient", "web.doctor", "web.reception", "web.calldesk", "web.admin", "web.privacy"))
                .forEach(room -> assertThat(HOUSE.that(resideInAPackage(inside(room)).and(not(simpleNameEndingWith("package-info")))))
                        .as(room).isNotEmpty());
    }

    @Test
    void noRoomsKnowEachOther() {
        slices().matching("clinic.anteroom.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theDoorDoesNotKnowLetters() {
        noClasses().that().resideInAPackage(inside("fhir")).should().dependOnClassesThat().resideInAPackage(inside("notify")).check(HOUSE);
    }

    @Test
    @DisplayName("T22 who acts for a patient without an account goes through my visit, which checks the proof")
    void noFaceActsForAPatientWithoutAProof() {
        noClasses().that().resideInAPackage(inside("web")).or().resideInAPackage(inside("fhir")).should().dependOnClassesThat()
                .haveSimpleName("PatientBookingService").orShould().dependOnClassesThat().haveSimpleName("PatientAppointmentService")
                .orShould().dependOnClassesThat().haveSimpleName("PatientHoldService")
                .orShould().dependOnClassesThat().haveSimpleName("SafetyAnswerService").orShould().dependOnClassesThat().haveSimpleName("RecheckService")
                .orShould().dependOnClassesThat().haveSimpleName("FormCopyService").orShould().dependOnClassesThat().haveSimpleName("EarlierAnswersService")
                .orShould().callMethod("clinic.anteroom.scheduling.CalendarService", "fileForPatient", "java.util.UUID")
                .orShould().callMethod("clinic.anteroom.scheduling.CalendarService", "openFeed", "java.util.UUID")
                .orShould().callMethod("clinic.anteroom.scheduling.CalendarService", "closeFeed", "java.util.UUID")
                .orShould().callMethod("clinic.anteroom.scheduling.CalendarService", "hasFeed", "java.util.UUID")
                .orShould().callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("mint"))).check(HOUSE);
    }

    @Test
    void aFaceKnowsTheShellAndNoOtherFace() {
        slices().matching("clinic.anteroom.web.(*)..").should().notDependOnEachOther()
                .ignoreDependency(resideInAPackage("clinic.anteroom.web.."), resideInAPackage("clinic.anteroom.web.shell")).check(HOUSE);
    }

    @Test
    void facesStaysInWeb() {
        noClasses().that().resideOutsideOfPackage(inside("web")).should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.primefaces..").check(HOUSE);
    }

    @Test
    void storageStaysOutOfTheFacesAndTheDoor() {
        noClasses().that().resideInAnyPackage(inside("web"), inside("fhir")).should().dependOnClassesThat().resideInAPackage("jakarta.persistence..").check(HOUSE);
    }

    @Test
    void theEvaluatorNeedsNoServer() {
        noClasses().that().resideInAPackage("clinic.anteroom.triage.rules").and().haveSimpleNameNotEndingWith("Reader")
                .and().doNotHaveSimpleName("Fields").should().dependOnClassesThat().resideInAPackage("jakarta..").check(HOUSE);
    }

    @Test
    void everyServiceNamesARoleAndIsCalledService() {
        classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service").check(HOUSE);
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Stateless.class).and().arePublic()
                .should().beAnnotatedWith(RolesAllowed.class).orShould().beAnnotatedWith(PermitAll.class)
                .orShould().beDeclaredInClassesThat().areAnnotatedWith(PermitAll.class)
                .orShould().beDeclaredInClassesThat().areAnnotatedWith(RolesAllowed.class).check(HOUSE);
    }

    @Test
    void entitiesStayInTheirRoomAndHaveNoSetters() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(HOUSE);
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).and().haveNameMatching("set[A-Z].*")
                .should().notHaveModifier(JavaModifier.PUBLIC).allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void whatAPageNamesEndsInBacking() {
        classes().that().resideInAPackage(inside("web")).and().areAnnotatedWith(Named.class).should().haveSimpleNameEndingWith("Backing").check(HOUSE);
    }

    @Test
    void refusalsAreBusinessExceptions() {
        classes().that().areAssignableTo(RuntimeException.class)
                .and().resideInAnyPackage(ROOMS.stream().filter(room -> !room.equals("shared")).map(HouseRulesTest::inside).toArray(String[]::new))
                .should().beAssignableTo(BusinessException.class).check(HOUSE);
    }

    @Test
    void nobodyReadsAClockButTheClinicsOwn() {
        noClasses().that().doNotHaveFullyQualifiedName("clinic.anteroom.shared.ClinicTime")
                .should().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(java.time.ZonedDateTime.class, "now")
                .orShould().callMethod(java.time.Clock.class, "systemUTC")
                .orShould().callMethod(java.time.Clock.class, "systemDefaultZone").check(HOUSE);
    }

    @Test
    void noOldDates() {
        noClasses().that().resideInAPackage("clinic.anteroom..").should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Calendar").check(HOUSE);
    }

    @Test
    void noServersOwnClasses() {
        noClasses().that().resideOutsideOfPackage(inside("launch")).should().dependOnClassesThat()
                .resideInAnyPackage("fish.payara..", "com.sun..", "org.glassfish..").check(HOUSE);
    }

    private static String inside(String room) {
        return "clinic.anteroom." + room + "..";
    }
}
