package clinic.anteroom.web.reception;

import java.util.List;

/**
 * A person, room or machine of the day.
 *
 * @param label its name; never null
 * @param kind  person, room or machine; never null
 * @param first whether it is the first of its kind
 * @param bars  by start
 */
public record DayLane(String label, String kind, boolean first, List<DayBar> bars) {
}
