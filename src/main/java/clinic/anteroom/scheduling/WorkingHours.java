package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Closure;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.OntarioHolidays;
import clinic.anteroom.scheduling.finder.OpeningHours;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.WeeklyOpening;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When everybody and everything works: weekly hours less closed days, holidays and absences; single dates by themselves. */
@ApplicationScoped
class WorkingHours {

    private static final String ONTARIO = "CA-ON";

    @Inject
    ClinicTime time;

    /** Whose public holidays are kept: CA-ON, or anything else for none. */
    @Inject
    @ConfigProperty(name = "anteroom.holidays", defaultValue = ONTARIO)
    String holidays;

    /** When each of these works on the days that the window touches; who has no hours at all is missing. */
    Map<UUID, Timeline> during(Catalogue catalogue, TimeRange window, Collection<Resource> whose) {
        Catalogue.Hours rows = catalogue.hours();
        OpeningHours hours = new OpeningHours(time.zone(), closures(catalogue, window));
        Map<UUID, Timeline> working = new HashMap<>();
        for (Resource resource : whose) {
            UUID id = resource.id();
            if (rows.weekly().containsKey(id) || rows.exceptions().containsKey(id)) {
                working.put(id, hours.during(window, rows.weekly().getOrDefault(id, List.of()), rows.exceptions().getOrDefault(id, List.of()))
                        .minus(Timeline.of(rows.absences().getOrDefault(id, List.of()).stream().filter(window::overlaps).toList())));
            }
        }
        return working;
    }

    /** The same without the hours that are kept for other kinds of visit. */
    Map<UUID, Timeline> during(Catalogue catalogue, TimeRange window, Collection<Resource> whose, String visitType) {
        Map<UUID, Timeline> working = during(catalogue, window, whose);
        OpeningHours hours = new OpeningHours(time.zone(), List.of());
        catalogue.hours().blocked().stream().filter(block -> block.visitType().equals(visitType) && window.overlaps(block.when()))
                .collect(Collectors.groupingBy(Catalogue.Blocked::resourceId, Collectors.mapping(Catalogue.Blocked::when, Collectors.toList())))
                .forEach((resource, away) -> working.computeIfPresent(resource, (id, open) -> open.minus(Timeline.of(away))));
        catalogue.hours().reserved().stream().filter(kept -> !kept.visitType().equals(visitType))
                .collect(Collectors.groupingBy(Catalogue.Reserved::resourceId, Collectors.mapping(Catalogue.Reserved::when, Collectors.toList())))
                .forEach((resource, kept) -> working.computeIfPresent(resource, (id, open) -> open.minus(hours.during(window, kept))));
        return working;
    }

    /**
     * When each of these may be booked by who says why: outside the weekly hours and in hours that are kept for others, too; never while
     * somebody is away, in time that is blocked, or on a day that is closed.
     */
    Map<UUID, Timeline> onPurpose(Catalogue catalogue, TimeRange window, Collection<Resource> whose, String visitType) {
        OpeningHours hours = new OpeningHours(time.zone(), closures(catalogue, window));
        Catalogue.Hours rows = catalogue.hours();
        Map<UUID, Timeline> possible = new HashMap<>();
        for (Resource resource : whose) {
            UUID id = resource.id();
            if (rows.weekly().containsKey(id) || rows.exceptions().containsKey(id)) {
                List<TimeRange> away = Stream.concat(rows.absences().getOrDefault(id, List.of()).stream(), rows.blocked().stream()
                        .filter(block -> block.resourceId().equals(id) && block.visitType().equals(visitType)).map(Catalogue.Blocked::when)).filter(window::overlaps).toList();
                possible.put(id, Timeline.of(hours.days(window, rows.exceptions().getOrDefault(id, List.of()))).minus(Timeline.of(away)));
            }
        }
        return possible;
    }

    /** The seats for deliberate overbooking, and when each may be used; never on a closed day. */
    Map<Lane, Timeline> beyond(Catalogue catalogue, TimeRange window, Collection<Resource> resources) {
        OpeningHours hours = new OpeningHours(time.zone(), closures(catalogue, window));
        Map<UUID, Integer> seats = resources.stream().collect(Collectors.toMap(Resource::id, Resource::seats));
        Map<Lane, List<WeeklyOpening>> byLane = new HashMap<>();
        for (Catalogue.ExtraSeats extra : catalogue.hours().extraSeats()) {
            for (int seat = 1; seats.containsKey(extra.resourceId()) && seat <= extra.seats(); seat++) {
                byLane.computeIfAbsent(new Lane(extra.resourceId(), seats.get(extra.resourceId()) + seat), lane -> new ArrayList<>()).add(extra.when());
            }
        }
        Map<Lane, Timeline> beyond = new HashMap<>();
        byLane.forEach((lane, when) -> beyond.put(lane, hours.during(window, when)));
        return beyond;
    }

    /** Whether the clinic is closed on Ontario's public holidays. */
    boolean keepsOntarioHolidays() {
        return ONTARIO.equals(holidays);
    }

    /** The days on which the whole clinic is closed: those it wrote down, and the public holidays of the years touched. */
    List<Closure> closures(Catalogue catalogue, TimeRange window) {
        List<Closure> closures = new ArrayList<>(catalogue.hours().closures());
        if (keepsOntarioHolidays()) {
            int last = LocalDate.ofInstant(window.end(), time.zone()).getYear();
            for (int year = LocalDate.ofInstant(window.start(), time.zone()).getYear(); year <= last; year++) {
                closures.addAll(OntarioHolidays.of(year));
            }
        }
        return closures;
    }
}
