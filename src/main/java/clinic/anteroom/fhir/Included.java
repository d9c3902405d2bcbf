package clinic.anteroom.fhir;

import ca.uhn.fhir.model.api.Include;
import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.Visit;
import clinic.anteroom.scheduling.finder.ResourceKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** Whoever and whatever takes part in visits, each once, for {@code _include}. */
@Dependent
class Included {

    @Inject
    private PatientService patients;

    @Inject
    private DirectoryService directory;

    Stream<? extends Resource> of(List<Visit> visits, Set<Include> includes) {
        boolean all = asks(includes, "Appointment:actor");
        Set<UUID> wanted = visits.stream().flatMap(visit -> visit.with().stream())
                .filter(with -> all || asks(includes, "Appointment:practitioner") && with.kind() == ResourceKind.PRACTITIONER
                        || asks(includes, "Appointment:location") && with.kind() == ResourceKind.LOCATION)
                .map(Booked.With::resourceId).collect(Collectors.toSet());
        Stream<UUID> people = all || asks(includes, "Appointment:patient") ? visits.stream().map(Visit::patientId).distinct() : Stream.empty();
        Stream<? extends Resource> shown = people.map(patients::find).flatMap(Optional::stream).map(PatientProvider::patient);
        return wanted.isEmpty() ? shown : Stream.concat(shown, resources(wanted));
    }

    private Stream<Resource> resources(Set<UUID> wanted) {
        return Stream.of(
                directory.colleagues().stream().filter(colleague -> wanted.contains(colleague.id())).map(PractitionerProvider::practitioner),
                directory.places().stream().filter(place -> wanted.contains(place.id())).map(LocationProvider::location),
                directory.machines().stream().filter(machine -> wanted.contains(machine.id())).map(DeviceProvider::device))
                .flatMap(stream -> stream);
    }

    private static boolean asks(Set<Include> includes, String include) {
        return includes != null && includes.stream().anyMatch(asked -> asked.getValue().equals(include));
    }
}
