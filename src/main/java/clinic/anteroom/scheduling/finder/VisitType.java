package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of visit: phases back to back, each with its own people, room and machine.
 *
 * @param code        for example {@code EMG}; never null
 * @param name        what the desk and the patient read; never null
 * @param gridMinutes distance of the starts offered, counted from local midnight
 * @param tests       codes of the ordered tests that this visit answers; perhaps empty
 * @param phases      in order; never empty
 */
public record VisitType(String code, String name, int gridMinutes, Set<String> tests, List<Phase> phases) {

    /** No phase is shorter, whatever the desk takes from it. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /**
     * A phase: its place from 1, its name, how long the patient is in it, and who has to be there.
     *
     * @param extras what of the length is not the base; in order, perhaps empty
     */
    public record Phase(int ordinal, String name, Duration length, List<Part> parts, List<Extra> extras) {

        public Phase {
            parts = List.copyOf(parts);
            extras = List.copyOf(extras);
        }

        /** A phase of its base length. */
        public Phase(int ordinal, String name, Duration length, List<Part> parts) {
            this(ordinal, name, length, parts, List.of());
        }

        /** The length without extras. */
        public Duration base() {
            return length.minus(extras.stream().map(Extra::length).reduce(Duration.ZERO, Duration::plus));
        }

        private Phase longer(List<Extra> more) {
            Duration all = more.stream().map(Extra::length).reduce(length, Duration::plus);
            return new Phase(ordinal, name, all, parts, more);
        }

        /** The length without what the desk set by hand. */
        public Duration ordered() {
            return length.minus(extras.stream().filter(extra -> extra.factor() == VisitNeeds.Factor.DESK).map(Extra::length).reduce(Duration.ZERO, Duration::plus));
        }
    }

    /** What makes a phase longer, and by how much; less than nothing where the desk made it shorter. */
    public record Extra(VisitNeeds.Factor factor, Duration length) {
    }

    /**
     * A part in a phase. The same key in two phases is the same person or thing in both.
     *
     * @param before time needed ahead of the phase, inside this part's own range; zero or more
     * @param after  time needed behind it, for example to clean up; zero or more
     */
    public record Part(String key, String capability, String label, Duration before, Duration after) {
    }

    public VisitType {
        tests = Set.copyOf(tests);
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("The visit type " + code + " has no phase.\nMaybe its rows in visit_phase are missing.");
        }
        stretches(phases, Instant.EPOCH).forEach((key, ranges) -> refuseOverlap(code, key, ranges));
    }

    /** The same kind of visit, as long as this patient needs it. */
    public VisitType forNeeds(VisitNeeds needs, Collection<LengthRule> rules) {
        return new VisitType(code, name, gridMinutes, tests, phases.stream()
                .map(phase -> phase.longer(extras(phase, needs, rules))).toList());
    }

    private static List<Extra> extras(Phase phase, VisitNeeds needs, Collection<LengthRule> rules) {
        List<Extra> all = new ArrayList<>(rules.stream()
                .filter(rule -> rule.phase() == phase.ordinal() && !rule.extra(needs).isZero())
                .sorted(Comparator.comparing(LengthRule::factor))
                .map(rule -> new Extra(rule.factor(), rule.extra(needs)))
                .toList());
        Duration ordered = all.stream().map(Extra::length).reduce(phase.length(), Duration::plus);
        Duration byDesk = Duration.ofMinutes(needs.byDesk().getOrDefault(phase.ordinal(), 0));
        Duration kept = ordered.plus(byDesk).compareTo(SHORTEST) < 0 ? SHORTEST.minus(ordered) : byDesk;
        if (!kept.isZero()) {
            all.add(new Extra(VisitNeeds.Factor.DESK, kept));
        }
        return all;
    }

    /** How long the patient is here, without anybody's buffers. */
    public Duration length() {
        return phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** Each part once, in the order in which the phases need them. */
    public Collection<Part> parts() {
        Map<String, Part> byKey = new LinkedHashMap<>();
        phases.forEach(phase -> phase.parts().forEach(part -> byKey.putIfAbsent(part.key(), part)));
        return Collections.unmodifiableCollection(byKey.values());
    }

    /** Whether one person or thing in one phase is all it takes. */
    public boolean isSolo() {
        return phases.size() == 1 && phases.get(0).parts().size() == 1;
    }

    /** When the patient is in each phase, in order. */
    public List<TimeRange> phasesFrom(Instant start) {
        List<TimeRange> ranges = new ArrayList<>();
        Instant from = start;
        for (Phase phase : phases) {
            ranges.add(TimeRange.startingAt(from, phase.length()));
            from = from.plus(phase.length());
        }
        return ranges;
    }

    /** For each part's key, when it is taken, buffers included; one range for each of its phases. */
    public Map<String, List<TimeRange>> stretches(Instant start) {
        return stretches(phases, start);
    }

    private static Map<String, List<TimeRange>> stretches(List<Phase> phases, Instant start) {
        Map<String, List<TimeRange>> byKey = new LinkedHashMap<>();
        Instant from = start;
        for (Phase phase : phases) {
            Instant end = from.plus(phase.length());
            for (Part part : phase.parts()) {
                byKey.computeIfAbsent(part.key(), key -> new ArrayList<>())
                        .add(new TimeRange(from.minus(part.before()), end.plus(part.after())));
            }
            from = end;
        }
        return byKey;
    }

    private static void refuseOverlap(String code, String key, List<TimeRange> ranges) {
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i - 1).overlaps(ranges.get(i))) {
                throw new IllegalArgumentException("In the visit type " + code + " the part \"" + key
                        + "\" would be taken twice at once.\nMaybe a buffer stands between two phases of the same part; "
                        + "put it behind the last one.");
            }
        }
    }
}
