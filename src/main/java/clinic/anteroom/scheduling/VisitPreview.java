package clinic.anteroom.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What patients would find if a kind of visit were set like this.
 *
 * @param phases  in order; never empty
 * @param minutes of the whole visit
 * @param first   the first free time with the notice kept; null if there is none within two weeks
 * @param times   how many starts the next two weeks hold, people, rooms and machines being as they are now
 * @param last    the last day that patients can book; never null
 */
public record VisitPreview(List<Phase> phases, long minutes, Instant first, int times, LocalDate last) {

    /** A phase: its name, its length, and what plays a part in it. */
    public record Phase(String name, long minutes, List<String> parts) {
    }

    public VisitPreview {
        phases = List.copyOf(phases);
    }
}
