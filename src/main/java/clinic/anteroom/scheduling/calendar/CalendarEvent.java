package clinic.anteroom.scheduling.calendar;

import clinic.anteroom.shared.TimeRange;
import java.util.UUID;

/**
 * A visit as a calendar shows it.
 *
 * @param id        of the visit; never null
 * @param sequence  rises with each change, 0 or more
 * @param when      from when to when; never null
 * @param summary   what stands in the calendar, without any clinical detail; never null
 * @param place     where; never null
 * @param cancelled whether it was called off
 */
public record CalendarEvent(UUID id, int sequence, TimeRange when, String summary, String place, boolean cancelled) {
}
