package clinic.anteroom.scheduling;

import clinic.anteroom.shared.TimeRange;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * A stretch of one timetable (FHIR: Slot). Worked out when it is asked for and stored nowhere.
 *
 * @param resourceId whose timetable; never null
 * @param visitType  the kind of visit that can be held in exactly this time, all its other parts free as well; null for a
 *                   stretch in which this resource alone is free, or busy
 * @param when       never null
 * @param free       whether it is free
 */
public record TimetableSlot(UUID resourceId, String visitType, TimeRange when, boolean free) {

    /** Earlier starts first; the rest only makes the order the same every time. */
    public static final Comparator<TimetableSlot> IN_ORDER = Comparator.comparing(TimetableSlot::when)
            .thenComparing(TimetableSlot::resourceId)
            .thenComparing(slot -> Objects.toString(slot.visitType(), ""));
}
