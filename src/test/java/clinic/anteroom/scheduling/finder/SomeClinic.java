package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A small clinic to ask for times: open from Monday to Friday, 9 to 17, unless a test says otherwise. */
final class SomeClinic {

    static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    static final UUID PATIENT = id("patient");

    private final Map<UUID, Resource> resources = new LinkedHashMap<>();
    private final Map<UUID, List<WeeklyOpening>> hours = new HashMap<>();
    private final Map<Lane, List<TimeRange>> busy = new HashMap<>();
    private final List<Closure> closures = new ArrayList<>();

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Instant at(LocalDate date, String wall) {
        return LocalDateTime.of(date, LocalTime.parse(wall)).atZone(TORONTO).toInstant();
    }

    static Instant monday(String wall) {
        return at(MONDAY, wall);
    }

    static SomeClinic withEmgLab() {
        return new SomeClinic()
                .person("Ann Technologist", "EMG_TECHNOLOGIST")
                .person("Maya Physician", "EMG_PHYSICIAN")
                .machine("EMG 1", null, "EMG_MACHINE")
                .room("EMG room 1", "EMG_ROOM");
    }

    SomeClinic person(String name, String... capabilities) {
        return add(new Resource(id(name), ResourceKind.PRACTITIONER, name, 1, null, Set.of(capabilities)));
    }

    SomeClinic person(String name, Traits traits, String... capabilities) {
        return add(new Resource(id(name), ResourceKind.PRACTITIONER, name, 1, null, Set.of(capabilities), traits));
    }

    SomeClinic room(String name, Traits traits, String... capabilities) {
        return add(new Resource(id(name), ResourceKind.LOCATION, name, 1, null, Set.of(capabilities), traits));
    }

    SomeClinic machine(String name, String home, String... capabilities) {
        return add(new Resource(id(name), ResourceKind.DEVICE, name, 1, home == null ? null : id(home), Set.of(capabilities)));
    }

    SomeClinic room(String name, String... capabilities) {
        return roomWithSeats(name, 1, capabilities);
    }

    SomeClinic roomWithSeats(String name, int seats, String... capabilities) {
        return add(new Resource(id(name), ResourceKind.LOCATION, name, seats, null, Set.of(capabilities)));
    }

    private SomeClinic add(Resource resource) {
        resources.put(resource.id(), resource);
        List<WeeklyOpening> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.add(new WeeklyOpening(day, LocalTime.of(9, 0), LocalTime.of(17, 0), LocalDate.EPOCH, null));
            }
        }
        hours.put(resource.id(), week);
        return this;
    }

    SomeClinic open(String name, DayOfWeek day, String opens, String closes) {
        hours.get(id(name)).add(new WeeklyOpening(day, LocalTime.parse(opens), LocalTime.parse(closes), LocalDate.EPOCH, null));
        return this;
    }

    SomeClinic neverOpen(String name) {
        hours.get(id(name)).clear();
        return this;
    }

    SomeClinic busy(String name, Instant start, Instant end) {
        return busy(name, 1, start, end);
    }

    SomeClinic busy(String name, int seat, Instant start, Instant end) {
        busy.computeIfAbsent(new Lane(id(name), seat), lane -> new ArrayList<>()).add(new TimeRange(start, end));
        return this;
    }

    SomeClinic closed(LocalDate date) {
        closures.add(new Closure(date, date, "Closed"));
        return this;
    }

    Availability availability(TimeRange window) {
        OpeningHours opening = new OpeningHours(TORONTO, closures);
        Map<UUID, Timeline> open = new HashMap<>();
        hours.forEach((id, weekly) -> open.put(id, opening.during(window, weekly)));
        List<Resource> all = new ArrayList<>(resources.values());
        all.add(new Resource(PATIENT, ResourceKind.PATIENT, "Pat Patient", 1, null, Set.of()));
        open.put(PATIENT, Timeline.of(List.of(new TimeRange(window.start().minus(Duration.ofDays(1)), window.end().plus(Duration.ofDays(1))))));
        return new Availability(all, open, busy);
    }

    Search search(VisitType visit, Instant from, Instant until) {
        TimeRange window = new TimeRange(from, until);
        return new Search(visit, availability(window), TORONTO, window, new Lane(PATIENT, 1), null, Set.of(), null, Set.of());
    }

    Search thisWeek(VisitType visit) {
        return search(visit, at(MONDAY, "00:00"), at(MONDAY.plusDays(7), "00:00"));
    }

    static Search forPerson(Search search, String name) {
        return new Search(search.visit(), search.availability(), search.zone(), search.window(), search.patient(),
                id(name), search.known(), search.latest(), search.daysHere());
    }

    static Search knowing(Search search, String... names) {
        return new Search(search.visit(), search.availability(), search.zone(), search.window(), search.patient(),
                search.person(), Set.copyOf(Arrays.stream(names).map(SomeClinic::id).toList()), search.latest(), search.daysHere());
    }

    static Search until(Search search, Instant latest, LocalDate... daysHere) {
        return new Search(search.visit(), search.availability(), search.zone(), search.window(), search.patient(),
                search.person(), search.known(), latest, Set.of(daysHere));
    }

    static VisitType talk(int minutes, int grid) {
        return new VisitType("TALK", "Talk", grid, Set.of(), List.of(new VisitType.Phase(1, "Talk", Duration.ofMinutes(minutes),
                List.of(part("doctor", "DOCTOR", 0)))));
    }

    /** Conduction 45 minutes, then needle 30, the same machine and room, 10 minutes to clean up. */
    static VisitType emg() {
        return new VisitType("EMG", "Nerve and muscle test", 15, Set.of("EMG", "NCS"), List.of(
                new VisitType.Phase(1, "Nerve conduction", Duration.ofMinutes(45), List.of(
                        part("technologist", "EMG_TECHNOLOGIST", 0), part("machine", "EMG_MACHINE", 0), part("room", "EMG_ROOM", 0))),
                new VisitType.Phase(2, "Needle EMG", Duration.ofMinutes(30), List.of(
                        part("physician", "EMG_PHYSICIAN", 0), part("machine", "EMG_MACHINE", 10), part("room", "EMG_ROOM", 10)))));
    }

    static VisitType.Part part(String key, String capability, int after) {
        return new VisitType.Part(key, capability, key, Duration.ZERO, Duration.ofMinutes(after));
    }
}
