package clinic.anteroom.scheduling.finder;

import java.util.Map;
import java.util.TreeMap;

/**
 * What makes one visit longer than another of its kind.
 *
 * @param studies     how many studies or body parts, 1 to 6
 * @param limbs       how many limbs are tested, 1 to 4
 * @param sides       1 or 2
 * @param interpreter whether everything is said twice
 * @param mobility    whether the patient needs help to lie down, undress or walk
 * @param byDesk      minutes that the desk adds to a phase of this one visit, or takes from it, by the place of the phase; never null
 */
public record VisitNeeds(int studies, int limbs, int sides, boolean interpreter, boolean mobility, Map<Integer, Integer> byDesk) {

    /** One study of one limb on one side, nothing else. */
    public static final VisitNeeds PLAIN = new VisitNeeds(1, 1, 1, false, false);

    /** What can make a visit longer. */
    public enum Factor { STUDY, LIMB, SIDE, INTERPRETER, MOBILITY, DESK }

    public VisitNeeds {
        if (studies < 1 || studies > 6 || limbs < 1 || limbs > 4 || sides < 1 || sides > 2) {
            throw new IllegalArgumentException(studies + " studies, " + limbs + " limbs, " + sides + " sides.\n"
                    + "Maybe a page sent a number outside 1 to 6, 1 to 4, 1 to 2.");
        }
        byDesk = Map.copyOf(byDesk);
    }

    /** Nothing that the desk set by hand. */
    public VisitNeeds(int studies, int limbs, int sides, boolean interpreter, boolean mobility) {
        this(studies, limbs, sides, interpreter, mobility, Map.of());
    }

    /** The same with these minutes by phase from the desk, in place of those before. */
    public VisitNeeds setByDesk(Map<Integer, Integer> minutes) {
        return new VisitNeeds(studies, limbs, sides, interpreter, mobility, minutes);
    }

    /** The same with the desk's minutes for one phase; 0 for none. */
    public VisitNeeds setByDesk(int phase, int minutes) {
        Map<Integer, Integer> all = new TreeMap<>(byDesk);
        all.put(phase, minutes);
        all.values().removeIf(one -> one == 0);
        return setByDesk(all);
    }

    /** The same as it was ordered, nothing set by hand: what a copy of the visit takes. */
    public VisitNeeds asOrdered() {
        return setByDesk(Map.of());
    }

    /** The same with this many studies, at most six. */
    public VisitNeeds withStudies(int number) {
        return new VisitNeeds(Math.max(1, Math.min(6, number)), limbs, sides, interpreter, mobility, byDesk);
    }

    /** How many units there are of the factor; 0 or 1 for what is there or not. */
    int units(Factor factor) {
        return switch (factor) {
            case STUDY -> studies;
            case LIMB -> limbs;
            case SIDE -> sides;
            case INTERPRETER -> interpreter ? 1 : 0;
            case MOBILITY -> mobility ? 1 : 0;
            case DESK -> 0;
        };
    }
}
