package clinic.anteroom.scheduling.finder;

import java.util.Comparator;
import java.util.UUID;

/**
 * One seat of a resource: what can be in one visit at a time.
 *
 * @param resourceId the resource; never null
 * @param seat       1 for people, machines and most rooms
 */
public record Lane(UUID resourceId, int seat) implements Comparable<Lane> {

    /** Bytes of the id, as PostgreSQL sorts them; all writers take lanes in this order, so none waits in a circle. */
    private static final Comparator<Lane> ORDER =
            Comparator.comparing((Lane lane) -> lane.resourceId.toString()).thenComparingInt(Lane::seat);

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }
}
