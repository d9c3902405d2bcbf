package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When everybody and everything works and is busy, in one window. */
@ApplicationScoped
class Timetables {

    /** Stands for a patient who is not known yet and has no other visit. */
    static final UUID ANYBODY = new UUID(0, 0);

    /** Buffers may reach over the edge of what is looked at. */
    private static final Duration EDGE = Duration.ofHours(2);

    private static final String BUSY = """
            select o.resource_id, k.seat, lower(o.during), upper(o.during)
            from occupancy o join resource r on r.id = o.resource_id cross join lateral seats_kept(o.seat, o.capacity, r.seats) k(seat)
            where o.live and o.during && tstzrange(cast(?1 as timestamptz), cast(?2 as timestamptz))
              and (r.kind <> 'PATIENT' or o.resource_id = cast(?3 as uuid))
              and o.appointment_id <> cast(?4 as uuid)
              and not exists (select from appointment a where a.id = o.appointment_id and a.expires_at <= now())""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Catalogues catalogues;

    @Inject
    WorkingHours hours;

    /**
     * One window of the clinic.
     *
     * @param resources everybody and everything, the patient last
     * @param open      when each works; a resource that is missing is closed
     * @param busy      what is taken already
     * @param catalogue that it was worked out from
     * @param wide      what was looked at
     */
    record Window(List<Resource> resources, Map<UUID, Timeline> open, Map<Lane, List<TimeRange>> busy, Catalogue catalogue, TimeRange wide) {

        Availability availability() {
            return new Availability(resources, open, busy);
        }

        /** What is taken of this lane within the range. */
        List<TimeRange> taken(Lane lane, TimeRange range) {
            return busy.getOrDefault(lane, List.of()).stream().filter(range::overlaps).sorted().toList();
        }
    }

    /**
     * The window, with some room around it.
     *
     * @param patientId who comes; {@link #ANYBODY} if not known
     * @param except    a visit whose time counts as free, or {@link #ANYBODY} for none
     */
    Window window(TimeRange window, UUID patientId, UUID except) {
        TimeRange wide = new TimeRange(window.start().minus(EDGE), window.end().plus(EDGE));
        Catalogue catalogue = catalogues.now();
        List<Resource> all = new ArrayList<>(catalogue.resources());
        all.add(new Resource(patientId, ResourceKind.PATIENT, "Patient", 1, null, Set.of()));
        Map<UUID, Timeline> open = hours.during(catalogue, wide, all);
        open.put(patientId, Timeline.of(List.of(wide)));
        return new Window(all, open, busy(wide, patientId, except), catalogue, wide);
    }

    /** The window as one kind of visit may use it: without what is blocked for it or kept for others. */
    Availability availability(Window window, String visitType) {
        Catalogue.Hours rows = window.catalogue().hours();
        if (rows.blocked().isEmpty() && rows.reserved().isEmpty()) {
            return window.availability();
        }
        Map<UUID, Timeline> open = new HashMap<>(window.open());
        open.putAll(hours.during(window.catalogue(), window.wide(), window.resources(), visitType));
        return new Availability(window.resources(), open, window.busy());
    }

    private Map<Lane, List<TimeRange>> busy(TimeRange wide, UUID patientId, UUID except) {
        Map<Lane, List<TimeRange>> busy = new HashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(BUSY)
                .setParameter(1, wide.start().toString())
                .setParameter(2, wide.end().toString())
                .setParameter(3, patientId.toString())
                .setParameter(4, except.toString()))) {
            busy.computeIfAbsent(new Lane(Rows.id(row[0]), Rows.number(row[1])), lane -> new ArrayList<>()).add(Rows.range(row[2], row[3]));
        }
        return busy;
    }
}
