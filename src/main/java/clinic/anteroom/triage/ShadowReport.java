package clinic.anteroom.triage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a candidate would change, over all past forms.
 *
 * @param candidate {@code name|version}
 * @param forms     how many past forms were run again
 * @param broken    forms that could not be run, or whose stored result does not come out again: stop and look
 * @param changed   one row a form whose urgency, flags or alarms would be different
 */
public record ShadowReport(String candidate, int forms, int broken, List<ShadowRow> changed) {

    /** How many forms would go from one urgency to another, {@code "ROUTINE -> SOON"}, sorted. */
    public Map<String, Integer> urgencies() {
        return count(row -> row.was() == row.would() ? List.of() : List.of(row.was() + " -> " + row.would()));
    }

    /** How many forms would gain each flag, sorted. */
    public Map<String, Integer> gained() {
        return count(ShadowRow::gained);
    }

    /** How many forms would lose each flag, sorted. */
    public Map<String, Integer> lost() {
        return count(ShadowRow::lost);
    }

    /** The forms that would lose an alarm; each has to be looked at before the candidate is approved. */
    public List<ShadowRow> lostAlarms() {
        return changed.stream().filter(row -> !row.lostAlarms().isEmpty()).toList();
    }

    private Map<String, Integer> count(Function<ShadowRow, List<String>> what) {
        Map<String, Integer> counts = new TreeMap<>();
        changed.stream().flatMap(row -> what.apply(row).stream()).forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }
}
