package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.BusinessException;
import java.util.List;

/** Somebody else was faster. Nothing was booked; three other times come along where there are any. */
public class SlotTaken extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<FreeTime> otherTimes;

    SlotTaken() {
        this(List.of());
    }

    SlotTaken(List<FreeTime> otherTimes) {
        super("refusal.slot_taken");
        this.otherTimes = List.copyOf(otherTimes);
    }

    /** At most three times that were free a moment ago; perhaps empty. */
    public List<FreeTime> otherTimes() {
        return otherTimes == null ? List.of() : otherTimes;
    }
}
