package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.scheduling.finder.Closure;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Days of the whole clinic. */
@ApplicationScoped
class DaySheets {

    private static final String BARS = """
            select a.id, o.resource_id, o.phase, f.name, a.patient_id, p.given_name || ' ' || p.family_name,
                   a.visit_type, v.name, a.status, lower(mine.during), upper(mine.during), lower(o.during), upper(o.during)
            from taken_between(cast(?1 as timestamptz), cast(?2 as timestamptz)) o
            join appointment a on a.id = o.appointment_id
            join occupancy mine on mine.appointment_id = a.id and mine.phase = o.phase and mine.resource_id = a.patient_id
            join patient p on p.id = a.patient_id
            join visit_type v on v.code = a.visit_type
            join visit_phase f on f.visit_type = a.visit_type and f.ordinal = o.phase
            where o.resource_id <> a.patient_id and (a.expires_at is null or a.expires_at > now())
            order by lower(o.during), a.id, o.phase, o.resource_id""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Catalogues catalogues;

    @Inject
    WorkingHours hours;

    @Inject
    ClinicTime time;

    /** The day; one query for its bars, however many there are. */
    DaySheet of(LocalDate date) {
        TimeRange day = new ClinicDay(date, time.zone()).whole();
        Catalogue catalogue = catalogues.now();
        String closedFor = hours.closures(catalogue, day).stream().filter(closure -> closure.covers(date)).map(Closure::name).findFirst().orElse(null);
        Map<UUID, Timeline> open = hours.during(catalogue, day, catalogue.resources());
        Timeline closed = Timeline.of(List.of());
        List<DaySheet.Column> columns = catalogue.resources().stream()
                .map(resource -> new DaySheet.Column(resource.id(), resource.kind(), resource.name(),
                        open.getOrDefault(resource.id(), closed).ranges()))
                .toList();
        return new DaySheet(date, closedFor, columns, bars(day));
    }

    private List<DaySheet.Bar> bars(TimeRange day) {
        return Rows.of(entities.createNativeQuery(BARS)
                        .setParameter(1, day.start().toString())
                        .setParameter(2, day.end().toString()))
                .stream().map(DaySheets::bar).toList();
    }

    private static DaySheet.Bar bar(Object[] row) {
        return new DaySheet.Bar(Rows.id(row[0]), Rows.id(row[1]), Rows.number(row[2]), (String) row[3], Rows.id(row[4]),
                (String) row[5], (String) row[6], (String) row[7], AppointmentStatus.valueOf((String) row[8]),
                Rows.range(row[9], row[10]), Rows.range(row[11], row[12]));
    }
}
