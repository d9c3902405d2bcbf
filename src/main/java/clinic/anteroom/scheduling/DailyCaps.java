package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many visits of one kind a day takes. */
@ApplicationScoped
class DailyCaps {

    private static final String STARTS = """
            select a.starts_at, a.id from appointment a
            where a.live and a.visit_type = ?1 and (a.expires_at is null or a.expires_at > now())
              and a.starts_at >= cast(?2 as timestamptz) and a.starts_at < cast(?3 as timestamptz)
              and a.id is distinct from cast(?4 as uuid)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    /** The days of the window on which no more visits of this kind are taken; none without a cap. */
    Set<LocalDate> full(String visitType, Integer cap, TimeRange window, UUID instead) {
        if (cap == null) {
            return Set.of();
        }
        TimeRange days = new TimeRange(ClinicDay.of(window.start(), time.zone()).whole().start(),
                ClinicDay.of(window.end(), time.zone()).whole().end());
        Map<LocalDate, Integer> taken = new HashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(STARTS)
                .setParameter(1, visitType)
                .setParameter(2, days.start().toString())
                .setParameter(3, days.end().toString())
                .setParameter(4, instead == null ? null : instead.toString()))) {
            taken.merge(LocalDate.ofInstant(Rows.instant(row[0]), time.zone()), 1, Integer::sum);
        }
        return taken.entrySet().stream().filter(day -> day.getValue() >= cap).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Who asks for the same kind of visit on the same day at the same time waits for the other. */
    void await(String visitType, Instant start) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) waited")
                .setParameter(1, visitType + " " + LocalDate.ofInstant(start, time.zone())).getResultList();
    }

    /** Refuses with {@link VisitNotPossible} if the day is full; call {@link #await} before. */
    void refuseFull(String visitType, int cap, Instant start, UUID instead) {
        LocalDate day = LocalDate.ofInstant(start, time.zone());
        if (full(visitType, cap, TimeRange.startingAt(start, Duration.ofMinutes(1)), instead).contains(day)) {
            throw VisitNotPossible.dayFull(cap);
        }
    }
}
