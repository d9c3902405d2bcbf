package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A visit at a time with a cast.
 *
 * @param visit what is done
 * @param start when the patient's first phase begins
 * @param cast  one lane for the key of each part
 */
public record Plan(VisitType visit, Instant start, Map<String, Lane> cast) {

    /** A lane that is taken for one phase, buffers included. */
    public record Stretch(int phase, Lane lane, TimeRange during) {
    }

    public Plan {
        cast = Map.copyOf(cast);
    }

    /** When the patient is here. */
    public TimeRange whole() {
        return TimeRange.startingAt(start, visit.length());
    }

    /**
     * Everything the visit takes, the patient included, sorted by resource and time: writers that all take rows in this
     * order cannot wait for each other in a circle.
     */
    public List<Stretch> stretches(Lane patient) {
        List<Stretch> all = new ArrayList<>();
        Instant from = start;
        for (VisitType.Phase phase : visit.phases()) {
            Instant end = from.plus(phase.length());
            all.add(new Stretch(phase.ordinal(), patient, new TimeRange(from, end)));
            for (VisitType.Part part : phase.parts()) {
                all.add(new Stretch(phase.ordinal(), cast.get(part.key()),
                        new TimeRange(from.minus(part.before()), end.plus(part.after()))));
            }
            from = end;
        }
        all.sort(Comparator.comparing(Stretch::lane).thenComparing(Stretch::during));
        return all;
    }
}
