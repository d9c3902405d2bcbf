package clinic.anteroom.access;

import java.time.Instant;

/**
 * One look at the whole chain of seals.
 *
 * @param checkedAt never null
 * @param seals     how many seals there were
 * @param rows      how many rows of the trail they cover
 * @param head      hash of the last one; never null. Who keeps it elsewhere can prove that nothing before was rewritten
 * @param fault     what was found; null for nothing
 * @param atSeal    number of the first seal that does not fit; null for none
 */
public record AuditCheck(Instant checkedAt, long seals, long rows, String head, Fault fault, Long atSeal) {

    /** What can have happened to a trail. */
    public enum Fault {
        /** A row does not say what it said. */
        CHANGED,
        /** A row has gone. */
        MISSING,
        /** A row was slipped in among old ones. */
        INSERTED,
        /** A seal does not follow the one before it. */
        SEAL_BROKEN,
        /** Seals that an earlier check has seen are not there any more, or are others. */
        CUT_OFF
    }
}
