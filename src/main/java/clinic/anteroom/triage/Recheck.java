package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Urgency;

/**
 * What the rules say with a few answers changed. Nothing is stored but that they were asked.
 *
 * @param before how soon, by what was stored last; never null
 * @param after  how soon with the changed answers; never null
 */
public record Recheck(Urgency before, Urgency after) {

    /** Whether it is more urgent than before. */
    public boolean isWorse() {
        return after.compareTo(before) < 0;
    }

    /** Whether help is needed at once. */
    public boolean isEmergency() {
        return after == Urgency.EMERGENCY;
    }
}
