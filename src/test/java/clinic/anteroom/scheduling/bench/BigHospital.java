package clinic.anteroom.scheduling.bench;

import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.OpeningHours;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.scheduling.finder.WeeklyOpening;
import clinic.anteroom.shared.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** 200 resources over 90 days, 60 % booked: 50 technologists, physicians, rooms and machines each. In memory. */
final class BigHospital {

    private static final int EACH = 50;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);
    private static final int DAYS = 90;

    private BigHospital() {
    }

    /** A search for the two-phase nerve and muscle test. */
    static Search search() {
        Random random = new Random(5);
        TimeRange window = new TimeRange(FIRST.atStartOfDay(CommonClinic.TORONTO).toInstant(),
                FIRST.plusDays(DAYS).atStartOfDay(CommonClinic.TORONTO).toInstant());
        List<WeeklyOpening> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.add(new WeeklyOpening(day, LocalTime.of(8, 0), LocalTime.of(18, 0), LocalDate.EPOCH, null));
            }
        }
        Timeline open = new OpeningHours(CommonClinic.TORONTO, List.of()).during(window, week);
        List<Resource> resources = new ArrayList<>();
        Map<UUID, Timeline> hours = new HashMap<>();
        Map<Lane, List<TimeRange>> busy = new HashMap<>();
        for (String capability : List.of("TECH", "DOC", "ROOM", "MACHINE")) {
            for (int i = 0; i < EACH; i++) {
                Resource resource = new Resource(new UUID(capability.hashCode(), i), kind(capability), capability + i, 1, null, Set.of(capability));
                resources.add(resource);
                hours.put(resource.id(), open);
                busy.put(new Lane(resource.id(), 1), booked(open, random));
            }
        }
        UUID patient = new UUID(0, 1);
        resources.add(new Resource(patient, ResourceKind.PATIENT, "Pat", 1, null, Set.of()));
        hours.put(patient, Timeline.of(List.of(window)));
        return new Search(visit(), new Availability(resources, hours, busy), CommonClinic.TORONTO, window, new Lane(patient, 1),
                null, Set.of(), null, Set.of());
    }

    private static List<TimeRange> booked(Timeline open, Random random) {
        List<TimeRange> booked = new ArrayList<>();
        for (TimeRange day : open.ranges()) {
            for (Instant at = day.start(); at.isBefore(day.end()); at = at.plus(Duration.ofMinutes(30))) {
                if (random.nextInt(10) < 6) {
                    booked.add(TimeRange.startingAt(at, Duration.ofMinutes(30)));
                }
            }
        }
        return booked;
    }

    private static ResourceKind kind(String capability) {
        return switch (capability) {
            case "ROOM" -> ResourceKind.LOCATION;
            case "MACHINE" -> ResourceKind.DEVICE;
            default -> ResourceKind.PRACTITIONER;
        };
    }

    private static VisitType visit() {
        return new VisitType("EMG", "Nerve and muscle test", 15, Set.of(), List.of(
                new VisitType.Phase(1, "Nerve conduction", Duration.ofMinutes(45), List.of(part("tech", "TECH", 0), part("machine", "MACHINE", 0), part("room", "ROOM", 0))),
                new VisitType.Phase(2, "Needle EMG", Duration.ofMinutes(30), List.of(part("doc", "DOC", 0), part("machine", "MACHINE", 10), part("room", "ROOM", 10)))));
    }

    private static VisitType.Part part(String key, String capability, int after) {
        return new VisitType.Part(key, capability, key, Duration.ZERO, Duration.ofMinutes(after));
    }
}
