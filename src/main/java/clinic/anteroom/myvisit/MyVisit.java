package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.SelfChange;
import java.util.List;

/**
 * One visit as its patient sees it.
 *
 * @param booked   who, where, when, how long; never null
 * @param change   what may be done with it now; never null
 * @param steps    what to do before, the earliest first; perhaps empty
 * @param sheets   what happens there; perhaps empty
 * @param together visits that belong to it, itself included, in order; never empty
 * @param safety   whether the safety answers have to be looked at again, and what was said; never null
 */
public record MyVisit(Booked booked, SelfChange change, List<PreparationStep> steps, List<Preparation> sheets, List<Booked> together, SafetyState safety) {

    /** Where the safety answers stand. */
    public enum SafetyState {
        /** This kind of visit needs none. */
        NONE,
        /** They will be asked for again nearer to the date. */
        LATER,
        /** They have to be looked at now. */
        DUE,
        /** Still true. */
        CONFIRMED,
        /** Something has changed; somebody at the clinic looks at it. */
        CHANGED
    }

    public MyVisit {
        steps = List.copyOf(steps);
        sheets = List.copyOf(sheets);
        together = List.copyOf(together);
    }

    /** Whether it is still to come. */
    public boolean isAhead() {
        return booked.status() == AppointmentStatus.BOOKED || booked.status() == AppointmentStatus.ARRIVED || booked.status() == AppointmentStatus.CHECKED_IN;
    }

    /** How many steps are done. */
    public int doneSteps() {
        return (int) steps.stream().filter(step -> step.light() == PreparationStep.Light.DONE).count();
    }
}
