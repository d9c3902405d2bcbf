package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One day of the whole clinic, to draw people, rooms and machines side by side.
 *
 * @param date         the day; never null
 * @param closedFor    name of the closure, or null on an ordinary day
 * @param columns      people first, then rooms, then machines, by name
 * @param bars         one for each phase and resource, by start
 */
public record DaySheet(LocalDate date, String closedFor, List<Column> columns, List<Bar> bars) {

    /** Somebody or something, and when it works that day. */
    public record Column(UUID resourceId, ResourceKind kind, String name, List<TimeRange> open) {

        public Column {
            open = List.copyOf(open);
        }
    }

    /**
     * A phase of a visit in one column.
     *
     * @param phase      when the patient is in it; never null
     * @param taken      the same with buffers; never null
     */
    public record Bar(UUID appointmentId, UUID resourceId, int ordinal, String phaseName, UUID patientId, String patientName,
                      String visitType, String visitName, AppointmentStatus status, TimeRange phase, TimeRange taken) {
    }

    public DaySheet {
        columns = List.copyOf(columns);
        bars = List.copyOf(bars);
    }

    /** From the first opening or visit to the last one; null for a day with neither. */
    public TimeRange hours() {
        List<TimeRange> all = new ArrayList<>();
        columns.forEach(column -> all.addAll(column.open()));
        bars.forEach(bar -> all.add(bar.taken()));
        if (all.isEmpty()) {
            return null;
        }
        Instant first = all.stream().map(TimeRange::start).min(Instant::compareTo).orElseThrow();
        Instant last = all.stream().map(TimeRange::end).max(Instant::compareTo).orElseThrow();
        return new TimeRange(first, last);
    }
}
