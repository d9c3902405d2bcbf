package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.Trial.Kind;
import clinic.anteroom.scheduling.Trial.Obstacle;
import clinic.anteroom.scheduling.Trial.Other;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Says which visit it is that somebody or something is busy with; one that is locked away is not named. */
@ApplicationScoped
class InTheWay {

    private static final String FIRST = """
            select a.id, a.patient_id, p.given_name || ' ' || p.family_name, a.starts_at, a.ends_at
            from unnest(cast(?2 as timestamptz[]), cast(?3 as timestamptz[])) s(starts, ends)
            join occupancy o on o.resource_id = cast(?1 as uuid) and o.live and o.during && tstzrange(s.starts, s.ends)
            join appointment a on a.id = o.appointment_id join patient p on p.id = a.patient_id
            where a.id is distinct from cast(?4 as uuid) and (a.expires_at is null or a.expires_at > now())
            order by lower(o.during), a.id limit 1""";

    @PersistenceContext
    EntityManager entities;

    /**
     * What stands against these stretches: the first visit the resource has in one of them.
     *
     * @param except the visit that wants them, or null
     */
    Obstacle of(Resource resource, List<TimeRange> stretches, UUID except) {
        return Rows.of(entities.createNativeQuery(FIRST).setParameter(1, resource.id().toString())
                        .setParameter(2, Jdbc.array(stretches, TimeRange::start)).setParameter(3, Jdbc.array(stretches, TimeRange::end))
                        .setParameter(4, except == null ? null : except.toString())).stream().findFirst()
                .map(row -> new Obstacle(Kind.BUSY, resource.name(), new Other(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.instant(row[3]), Rows.instant(row[4]))))
                .orElseGet(() -> new Obstacle(Kind.BUSY, resource.name()));
    }
}
