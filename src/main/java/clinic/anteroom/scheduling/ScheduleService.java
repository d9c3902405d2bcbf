package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Timetables of people, rooms and machines, and the kinds of visit they are for. It names no patient. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
public class ScheduleService {

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    Timetables timetables;

    @Inject
    ClinicTime time;

    /** The kinds of visit that are offered, by code. */
    public List<VisitType> visitTypes() {
        return visitTypes.all();
    }

    /** The timetables, people first, then rooms, then machines. */
    public List<Timetable> timetables() {
        List<VisitType> offered = visitTypes.all();
        return resources.all().stream().map(resource -> new Timetable(resource.id(), resource.kind(), resource.name(),
                offered.stream().filter(visit -> playsIn(resource, visit)).map(VisitType::code).sorted().toList())).toList();
    }

    /** The slots that fit, in order of time; the same question has the same answer. Time that has passed is not free. */
    public List<TimetableSlot> slots(SlotQuery query) {
        return slots(query, read(query));
    }

    /** Everything that is read for a question. */
    Timetables.Window read(SlotQuery query) {
        return timetables.window(wholeDays(query.window()), Timetables.ANYBODY, Timetables.ANYBODY);
    }

    /** The slots, from what was read. */
    List<TimetableSlot> slots(SlotQuery query, Timetables.Window window) {
        Stream<TimetableSlot> slots = query.visitTypes().isEmpty() ? stretches(query, window) : visits(query, window);
        return slots.filter(slot -> isIn(query.window(), slot.when().start())).sorted(TimetableSlot.IN_ORDER).toList();
    }

    private Stream<TimetableSlot> visits(SlotQuery query, Timetables.Window window) {
        if (!query.free()) {
            return Stream.empty();
        }
        return visitTypes.all().stream().filter(visit -> query.visitTypes().contains(visit.code()))
                .flatMap(visit -> {
                    Availability availability = timetables.availability(window, visit.code());
                    Stream<Resource> players = asked(query, window).filter(resource -> playsIn(resource, visit));
                    return visit.isSolo() ? alone(query.window(), availability, visit, players)
                            : players.flatMap(resource -> visits(query.window(), availability, visit, resource.id()));
                });
    }

    /** Whoever needs nobody else begins wherever they are free: no search, one walk along each timetable. */
    private Stream<TimetableSlot> alone(TimeRange window, Availability availability, VisitType visit, Stream<Resource> players) {
        Instant from = window.start().isBefore(time.now()) ? time.now() : window.start();
        List<Instant> grid = Stream.iterate(ClinicDay.of(window.start(), time.zone()), day -> day.whole().start().isBefore(window.end()), ClinicDay::next)
                .flatMap(day -> day.grid(visit.gridMinutes())).filter(start -> !start.isBefore(from)).toList();
        VisitType.Part part = visit.parts().iterator().next();
        Duration needed = part.before().plus(visit.length()).plus(part.after());
        return players.flatMap(resource -> resource.lanes().flatMap(lane -> availability.starts(lane, grid, part.before(), needed).stream()).distinct()
                .map(start -> new TimetableSlot(resource.id(), visit.code(), TimeRange.startingAt(start, visit.length()), true)));
    }

    private Stream<TimetableSlot> visits(TimeRange window, Availability availability, VisitType visit, UUID resourceId) {
        TimeRange whole = new TimeRange(window.start(), window.end().plus(visit.length()));
        Search search = new Search(visit, availability, time.zone(), whole, new Lane(Timetables.ANYBODY, 1), resourceId,
                Set.of(), null, Set.of());
        Instant now = time.now();
        return TimeFinder.all(search).filter(plan -> !plan.start().isBefore(now))
                .map(plan -> new TimetableSlot(resourceId, visit.code(), plan.whole(), true));
    }

    private Stream<TimetableSlot> stretches(SlotQuery query, Timetables.Window window) {
        return asked(query, window).flatMap(resource -> {
            Timeline taken = Timeline.of(resource.lanes().flatMap(lane -> window.busy().getOrDefault(lane, List.of()).stream()).toList());
            Timeline open = window.open().getOrDefault(resource.id(), Timeline.of(List.of()));
            Timeline wanted = query.free() ? freeOf(resource, window, open) : taken;
            return wanted.ranges().stream().map(range -> new TimetableSlot(resource.id(), null, range, query.free()));
        });
    }

    /** Free is where at least one seat is; time that has passed is taken off. */
    private Timeline freeOf(Resource resource, Timetables.Window window, Timeline open) {
        Timeline passed = Timeline.of(List.of(new TimeRange(Instant.EPOCH, time.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60))));
        return Timeline.of(resource.lanes()
                .flatMap(lane -> open.minus(Timeline.of(window.busy().getOrDefault(lane, List.of()))).minus(passed).ranges().stream()).toList());
    }

    /** Nobody works through midnight: within whole days every stretch is seen from its beginning to its end. */
    private TimeRange wholeDays(TimeRange window) {
        return new TimeRange(ClinicDay.of(window.start(), time.zone()).whole().start(), ClinicDay.of(window.end(), time.zone()).whole().end());
    }

    private static Stream<Resource> asked(SlotQuery query, Timetables.Window window) {
        return window.resources().stream().filter(resource -> query.resources().isEmpty()
                ? resource.kind() == ResourceKind.PRACTITIONER : query.resources().contains(resource.id()));
    }

    private static boolean playsIn(Resource resource, VisitType visit) {
        return visit.parts().stream().anyMatch(part -> resource.can(part.capability()));
    }

    private static boolean isIn(TimeRange window, Instant start) {
        return !start.isBefore(window.start()) && start.isBefore(window.end());
    }
}
