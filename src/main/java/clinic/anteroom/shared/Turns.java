package clinic.anteroom.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * Whose turn it is when the clocks of several nodes ring for the same work. The turn belongs to the transaction of the work: a node that dies on
 * the way gives it back undone.
 */
@ApplicationScoped
public class Turns {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    /** For the container's proxy. */
    protected Turns() {
    }

    /** Without a container. */
    Turns(EntityManager entities, ClinicTime time) {
        this.entities = entities;
        this.time = time;
    }

    /**
     * Takes the turn until the running transaction ends, and for the rest of this ring once it has committed. Never waits: while another node
     * is at it, it is not ours.
     *
     * @param work  a name that a migration has written into {@code timer_turn}
     * @param every how often the clock rings; half of it may pass between the clocks of two nodes
     * @return whether this node does it
     * @throws IllegalArgumentException for work that no migration has named
     */
    public boolean take(String work, Duration every) {
        return take(work, time.now().minus(every.dividedBy(2)));
    }

    /**
     * The same for what is done once a day when the clinic's wall shows a time. The clock rings every quarter of an hour, because a server knows no
     * zone but its own: the first ring at or after that time has the turn, within an hour. A time that a change of the clocks skips is the one right
     * after it, and one that comes twice is its first.
     *
     * @param wall by the clinic's wall
     */
    public boolean takeAt(String work, LocalTime wall) {
        Instant due = time.today().atTime(wall).atZone(time.zone()).toInstant();
        boolean now = !time.now().isBefore(due) && time.now().isBefore(due.plus(Duration.ofHours(1)));
        return now && take(work, due);
    }

    private boolean take(String work, Instant unlessSince) {
        if (entities.createNativeQuery("select 1 from timer_turn where name = ?1").setParameter(1, work).getResultList().isEmpty()) {
            throw new IllegalArgumentException("There is no turn \"" + work + "\". Maybe its migration is missing.");
        }
        return entities.createNativeQuery("""
                        update timer_turn set taken_at = cast(?2 as timestamptz) where name =
                        (select name from timer_turn where name = ?1 and taken_at < cast(?3 as timestamptz) for update skip locked)""")
                .setParameter(1, work).setParameter(2, time.now().toString()).setParameter(3, unlessSince.toString())
                .executeUpdate() == 1;
    }
}
