package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CaseSummary;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How the doctor's list is divided. */
public enum Folder {

    /** At least one flag waits, or the form has none and was not looked at by rules alone. */
    TO_DECIDE("decide", summary -> !summary.diverted() && !summary.done()),
    /** Stopped by an emergency: sent to emergency help, not to us. */
    EMERGENCIES("emergencies", CaseSummary::diverted),
    /** Nothing left to decide. */
    DECIDED("decided", CaseSummary::done),
    /** Everything. */
    ALL("all", summary -> true);

    private final String key;
    private final transient Predicate<CaseSummary> holds;

    Folder(String key, Predicate<CaseSummary> holds) {
        this.key = key;
        this.holds = holds;
    }

    /** Name in the address. */
    public String getKey() {
        return key;
    }

    boolean holds(CaseSummary summary) {
        return holds.test(summary);
    }

    /** The folder of that name; what waits where there is none. */
    static Folder named(String key) {
        return Stream.of(values()).filter(folder -> folder.key.equals(key)).findFirst().orElse(TO_DECIDE);
    }
}
