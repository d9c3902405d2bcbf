package clinic.anteroom.scheduling.desk;

import java.util.Set;

/** Where somebody on a list without times is. */
public enum ListState {

    WAITING, IN, DONE,
    /** Went away, or was not there when called. */
    LEFT;

    /** From where this is reached; back to waiting leads from everywhere. */
    Set<ListState> from() {
        return switch (this) {
            case WAITING -> Set.of(IN, DONE, LEFT);
            case IN -> Set.of(WAITING);
            case DONE -> Set.of(WAITING, IN);
            case LEFT -> Set.of(WAITING, IN);
        };
    }
}
