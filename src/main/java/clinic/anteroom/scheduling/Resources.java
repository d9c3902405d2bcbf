package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** People, rooms and machines that can be booked, and when they are free. */
@ApplicationScoped
class Resources {

    private static final Duration EDGE = Duration.ofHours(2);

    @PersistenceContext
    EntityManager entities;

    @Inject
    WorkingHours hours;

    @Inject
    Occupancies occupancies;

    @Inject
    Catalogues catalogues;

    /** Everybody and everything with a capability: people first, then rooms, then machines, by name. */
    List<Resource> all() {
        return catalogues.now().resources();
    }

    /** Who and what is free for a kind of visit and a patient. Patients need no opening: they are free unless booked. */
    Availability freeFor(Scope scope) {
        return freeFor(catalogues.now(), scope);
    }

    /** The same by a catalogue that was just read. */
    Availability freeFor(Catalogue catalogue, Scope scope) {
        List<Resource> playing = catalogue.playingIn(catalogue.get(scope.visitType()));
        TimeRange window = wide(scope.window());
        List<UUID> whose = Stream.concat(playing.stream().map(Resource::id), Stream.of(scope.patientId())).toList();
        return availability(catalogue, scope, playing, occupancies.busy(window, whose, scope.instead()));
    }

    /**
     * The same where it is known what is taken.
     *
     * @param resources of the catalogue, those that matter
     * @param busy      what is taken of them and of the patient
     */
    Availability availability(Catalogue catalogue, Scope scope, List<Resource> resources, Map<Lane, List<TimeRange>> busy) {
        TimeRange window = wide(scope.window());
        UUID patientId = scope.patientId();
        List<Resource> all = new ArrayList<>(resources);
        Map<Lane, Timeline> beyond = scope.overbook() ? hours.beyond(catalogue, window, all) : Map.of();
        Map<UUID, Timeline> open = scope.outside() ? hours.onPurpose(catalogue, window, all, scope.visitType()) : hours.during(catalogue, window, all, scope.visitType());
        all.add(new Resource(patientId, ResourceKind.PATIENT, "", 1, null, Set.of()));
        open.put(patientId, Timeline.of(List.of(window)));
        return new Availability(all, open, busy, beyond);
    }

    /** Buffers may reach over the edge of what is looked at; what is booked there matters too. */
    static TimeRange wide(TimeRange window) {
        return new TimeRange(window.start().minus(EDGE), window.end().plus(EDGE));
    }

    /** The patient's given and family name; refuses an unknown patient. */
    String nameOf(UUID patientId) {
        List<?> names = entities.createNativeQuery("select given_name || ' ' || family_name from patient where id = cast(?1 as uuid)")
                .setParameter(1, patientId.toString()).getResultList();
        return Optional.ofNullable(names.isEmpty() ? null : (String) names.get(0)).orElseThrow(VisitNotPossible::unknownPatient);
    }

    /** What this patient needs at every visit. */
    PatientsHelp helpFor(UUID patientId) {
        return Rows.of(entities.createNativeQuery("select interpreter is not null, needs from patient where id = cast(?1 as uuid)")
                        .setParameter(1, patientId.toString())).stream()
                .map(row -> new PatientsHelp((Boolean) row[0], Set.of(((String) row[1]).split(" ")))).findFirst().orElse(PatientsHelp.NONE);
    }

    /** People this patient has a live visit with: one of the last fifty, past or to come. */
    Set<UUID> knownTo(UUID patientId) {
        return new HashSet<>(Rows.ids(entities.createNativeQuery("""
                        select distinct o.resource_id from (
                            select id from appointment where patient_id = cast(?1 as uuid) and live and expires_at is null
                            order by starts_at desc limit 50) a
                        join occupancy o on o.appointment_id = a.id
                        join practitioner p on p.id = o.resource_id""")
                .setParameter(1, patientId.toString())));
    }
}
