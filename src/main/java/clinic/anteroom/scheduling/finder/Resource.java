package clinic.anteroom.scheduling.finder;

import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody or something that can be booked.
 *
 * @param id           its id; never null
 * @param kind         person, room or machine; never null
 * @param name         what the desk calls it; never null
 * @param seats        how many visits it takes at once, 1 to 50
 * @param home         the room a machine stands in, or null
 * @param capabilities the parts it can play; never null
 * @param traits       what patients may ask of it; never null
 */
public record Resource(UUID id, ResourceKind kind, String name, int seats, UUID home, Set<String> capabilities,
                       Traits traits) {

    public Resource {
        capabilities = Set.copyOf(capabilities);
    }

    /** Somebody or something about whom nothing more is known. */
    public Resource(UUID id, ResourceKind kind, String name, int seats, UUID home, Set<String> capabilities) {
        this(id, kind, name, seats, home, capabilities, Traits.UNKNOWN);
    }

    /** Whether it can play the part. */
    public boolean can(String capability) {
        return capabilities.contains(capability);
    }

    /** Its seats, from 1. */
    public Stream<Lane> lanes() {
        return IntStream.rangeClosed(1, seats).mapToObj(seat -> new Lane(id, seat));
    }

    /** Whether the two can be in one visit: a machine that stands in a room is used in that room only. */
    public boolean goesWith(Resource other) {
        return staysHome(this, other) && staysHome(other, this);
    }

    private static boolean staysHome(Resource machine, Resource room) {
        return machine.home == null || room.kind != ResourceKind.LOCATION || machine.home.equals(room.id);
    }
}
