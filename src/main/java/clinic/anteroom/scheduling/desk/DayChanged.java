package clinic.anteroom.scheduling.desk;

import java.time.LocalDate;

/**
 * What every screen of the desk on this node has to know.
 *
 * @param kind what it is; never null
 * @param day  the day that has changed; null for any day, and for everything but {@link Kind#DAY}
 */
public record DayChanged(Kind kind, LocalDate day) {

    /** What there is to know. */
    public enum Kind {
        /** Something on a day of the board has changed, on whichever node. */
        DAY,
        /** Nothing, said regularly, so that nobody waits for a link that is gone. */
        BEAT,
        /** The database is out of hearing: what changes now is not heard. */
        GONE,
        /** It is heard again; any day may have changed meanwhile. */
        BACK
    }

    static DayChanged on(LocalDate day) {
        return new DayChanged(Kind.DAY, day);
    }

    static DayChanged just(Kind kind) {
        return new DayChanged(kind, null);
    }
}
