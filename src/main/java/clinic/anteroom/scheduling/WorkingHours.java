package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.Closure;
import clinic.anteroom.scheduling.finder.OpeningHours;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.WeeklyOpening;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When everybody and everything works: weekly hours less closed days and absences. */
@ApplicationScoped
class WorkingHours {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    /** For each resource with hours, when it works on the days that the window touches. */
    Map<UUID, Timeline> during(TimeRange window) {
        OpeningHours hours = new OpeningHours(time.zone(), closures());
        Map<UUID, List<TimeRange>> absences = absences(window);
        Map<UUID, Timeline> working = new HashMap<>();
        weekly().forEach((resource, weekly) -> working.put(resource,
                hours.during(window, weekly).minus(Timeline.of(absences.getOrDefault(resource, List.of())))));
        return working;
    }

    /** The days on which the whole clinic is closed. */
    List<Closure> closures() {
        return Rows.of(entities.createNativeQuery("select from_date, to_date, name from closure order by from_date")).stream()
                .map(row -> new Closure(Rows.date(row[0]), Rows.date(row[1]), (String) row[2]))
                .toList();
    }

    private Map<UUID, List<WeeklyOpening>> weekly() {
        Map<UUID, List<WeeklyOpening>> weekly = new HashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(
                "select resource_id, weekday, opens, closes, valid_from, valid_to from opening"))) {
            weekly.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>()).add(new WeeklyOpening(
                    DayOfWeek.of(Rows.number(row[1])), Rows.time(row[2]), Rows.time(row[3]), Rows.date(row[4]), Rows.date(row[5])));
        }
        return weekly;
    }

    private Map<UUID, List<TimeRange>> absences(TimeRange window) {
        Map<UUID, List<TimeRange>> absences = new HashMap<>();
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select resource_id, lower(during), upper(during) from absence
                        where during && tstzrange(cast(?1 as timestamptz), cast(?2 as timestamptz))""")
                .setParameter(1, window.start().toString())
                .setParameter(2, window.end().toString()));
        for (Object[] row : rows) {
            absences.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>()).add(Rows.range(row[1], row[2]));
        }
        return absences;
    }
}
