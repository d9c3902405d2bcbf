package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Hours of somebody that have an order and no times, as for urgent care or home visits.
 *
 * @param id      the block that keeps the time from everything else
 * @param most    how many it takes, 1 to 60
 * @param taken   how many places are taken, also by patients whom a lock keeps from the reader
 * @param entries in the order in which they are seen; never null
 */
public record DayList(UUID id, UUID personId, String person, TimeRange when, String name, int most, int taken, List<Entry> entries) {

    public DayList {
        entries = List.copyOf(entries);
    }

    /**
     * Somebody on it.
     *
     * @param phone or null
     * @param words why they come, or null
     * @param since since when they are in this state
     */
    public record Entry(UUID id, UUID patientId, String name, LocalDate birthDate, String phone, String words, ListState state, Instant since) {
    }

    /** Whether nobody more can be put on it. */
    public boolean isFull() {
        return taken >= most;
    }
}
