package clinic.anteroom.scheduling.desk;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;

/**
 * Somebody changed a visit, or what is written on it.
 *
 * @param at      when; never null
 * @param by      who, as the trail says it; null for the clinic's own clocks
 * @param role    in which role; null for the clinic's own clocks
 * @param created whether it was booked then
 * @param what    old and new of each thing that is different since; empty for what was changed before that was kept
 */
public record VisitChange(Instant at, String by, String role, boolean created, List<Difference> what) {

    public VisitChange {
        what = List.copyOf(what);
    }

    /**
     * One thing, before and after.
     *
     * @param kind   TIME, STATE, PEOPLE, SCREENED, NOTE, REPLY or PLACE; never null
     * @param was    null for nothing. TIME: two moments in seconds. STATE: a state, and a reason behind it. PEOPLE: names. The others: what was there
     * @param became the same afterwards
     */
    public record Difference(String kind, String was, String became) {

        /** From a list of lists of three. */
        public static List<Difference> read(String json) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                return reader.readArray().getValuesAs(JsonArray.class).stream().map(one -> new Difference(one.getString(0), text(one, 1), text(one, 2))).toList();
            }
        }

        private static String text(JsonArray one, int at) {
            return one.isNull(at) ? null : one.getString(at);
        }
    }
}
