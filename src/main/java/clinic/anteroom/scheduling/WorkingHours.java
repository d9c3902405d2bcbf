package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.Closure;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.OntarioHolidays;
import clinic.anteroom.scheduling.finder.OpeningException;
import clinic.anteroom.scheduling.finder.OpeningHours;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.WeeklyOpening;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When everybody and everything works: weekly hours less closed days, holidays and absences; single dates by themselves. */
@ApplicationScoped
class WorkingHours {

    private static final String ONTARIO = "CA-ON";

    private static final String WEEKLY = "select resource_id, weekday, opens, closes, valid_from, valid_to from opening";

    private static final String RESERVED = """
            select resource_id, weekday, opens, closes, valid_from, valid_to from reserved_time where visit_type <> ?1""";

    private static final String EXCEPTIONS = """
            select resource_id, on_date, opens, closes from opening_exception
            where on_date between cast(?1 as date) and cast(?2 as date)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    /** Whose public holidays are kept: CA-ON, or anything else for none. */
    @Inject
    @ConfigProperty(name = "anteroom.holidays", defaultValue = ONTARIO)
    String holidays;

    /** For each resource with hours, when it works on the days that the window touches. */
    Map<UUID, Timeline> during(TimeRange window) {
        OpeningHours hours = new OpeningHours(time.zone(), closures(window));
        Map<UUID, List<TimeRange>> absences = absences(window, "");
        Map<UUID, List<OpeningException>> exceptions = exceptions(window);
        Map<UUID, List<WeeklyOpening>> weekly = weekly(WEEKLY);
        exceptions.keySet().forEach(resource -> weekly.putIfAbsent(resource, List.of()));
        Map<UUID, Timeline> working = new HashMap<>();
        weekly.forEach((resource, week) -> working.put(resource,
                hours.during(window, week, exceptions.getOrDefault(resource, List.of()))
                        .minus(Timeline.of(absences.getOrDefault(resource, List.of())))));
        return working;
    }

    /** The same without the hours that are kept for other kinds of visit. */
    Map<UUID, Timeline> during(TimeRange window, String visitType) {
        Map<UUID, Timeline> working = during(window);
        OpeningHours hours = new OpeningHours(time.zone(), List.of());
        absences(window, visitType).forEach((resource, away) -> working.computeIfPresent(resource, (id, open) -> open.minus(Timeline.of(away))));
        weekly(RESERVED, visitType).forEach((resource, kept) -> working.computeIfPresent(resource,
                (id, open) -> open.minus(hours.during(window, kept))));
        return working;
    }

    /** The seats for deliberate overbooking, and when each may be used; never on a closed day. */
    Map<Lane, Timeline> beyond(TimeRange window, List<Resource> resources) {
        OpeningHours hours = new OpeningHours(time.zone(), closures(window));
        Map<UUID, Integer> seats = resources.stream().collect(Collectors.toMap(Resource::id, Resource::seats));
        Map<Lane, List<WeeklyOpening>> byLane = new HashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery("select resource_id, weekday, opens, closes, seats from overbooking_seat"))) {
            UUID resource = Rows.id(row[0]);
            WeeklyOpening when = new WeeklyOpening(DayOfWeek.of(Rows.number(row[1])), Rows.time(row[2]), Rows.time(row[3]), LocalDate.EPOCH, null);
            for (int seat = 1; seats.containsKey(resource) && seat <= Rows.number(row[4]); seat++) {
                byLane.computeIfAbsent(new Lane(resource, seats.get(resource) + seat), lane -> new ArrayList<>()).add(when);
            }
        }
        Map<Lane, Timeline> beyond = new HashMap<>();
        byLane.forEach((lane, when) -> beyond.put(lane, hours.during(window, when)));
        return beyond;
    }

    /** The days on which the whole clinic is closed: those it wrote down, and the public holidays of the years touched. */
    List<Closure> closures(TimeRange window) {
        List<Closure> closures = new ArrayList<>(Rows.of(entities.createNativeQuery("select from_date, to_date, name from closure order by from_date")).stream()
                .map(row -> new Closure(Rows.date(row[0]), Rows.date(row[1]), (String) row[2]))
                .toList());
        if (ONTARIO.equals(holidays)) {
            int last = LocalDate.ofInstant(window.end(), time.zone()).getYear();
            for (int year = LocalDate.ofInstant(window.start(), time.zone()).getYear(); year <= last; year++) {
                closures.addAll(OntarioHolidays.of(year));
            }
        }
        return closures;
    }

    private Map<UUID, List<OpeningException>> exceptions(TimeRange window) {
        Map<UUID, List<OpeningException>> exceptions = new HashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(EXCEPTIONS)
                .setParameter(1, LocalDate.ofInstant(window.start(), time.zone()).toString())
                .setParameter(2, LocalDate.ofInstant(window.end(), time.zone()).toString()))) {
            exceptions.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>())
                    .add(new OpeningException(Rows.date(row[1]), Rows.time(row[2]), Rows.time(row[3])));
        }
        return exceptions;
    }

    private Map<UUID, List<WeeklyOpening>> weekly(String query, Object... parameters) {
        Query rows = entities.createNativeQuery(query);
        for (int i = 0; i < parameters.length; i++) {
            rows.setParameter(i + 1, parameters[i]);
        }
        Map<UUID, List<WeeklyOpening>> weekly = new HashMap<>();
        for (Object[] row : Rows.of(rows)) {
            weekly.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>()).add(new WeeklyOpening(
                    DayOfWeek.of(Rows.number(row[1])), Rows.time(row[2]), Rows.time(row[3]), Rows.date(row[4]), Rows.date(row[5])));
        }
        return weekly;
    }

    /** Blocked time: for every kind of visit if none is named, otherwise for that kind only. */
    private Map<UUID, List<TimeRange>> absences(TimeRange window, String visitType) {
        Map<UUID, List<TimeRange>> absences = new HashMap<>();
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select resource_id, lower(during), upper(during) from absence
                        where during && tstzrange(cast(?1 as timestamptz), cast(?2 as timestamptz)) and coalesce(visit_type, '') = ?3""")
                .setParameter(3, visitType)
                .setParameter(1, window.start().toString())
                .setParameter(2, window.end().toString()));
        for (Object[] row : rows) {
            absences.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>()).add(Rows.range(row[1], row[2]));
        }
        return absences;
    }
}
