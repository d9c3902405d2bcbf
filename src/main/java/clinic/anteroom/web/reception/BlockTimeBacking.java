package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.BlockTime;
import clinic.anteroom.scheduling.desk.PaperService;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;

/** Time from a free cell on that nobody shall be booked into, for every kind of visit or for one. */
@Named
@RequestScoped
public class BlockTimeBacking {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 720;

    @Inject
    private PaperService papers;

    @Inject
    private DeskAddressBacking address;

    private int minutes = 60;
    private String type;
    private String reason;

    /** Closes the time from the cell on. */
    public String block() {
        Duration length = Duration.ofMinutes(Math.max(SHORTEST, Math.min(LONGEST, minutes)));
        papers.block(new BlockTime(List.of(address.getCol()), TimeRange.startingAt(address.getMoment(), length), type, reason));
        address.setAt(null);
        address.setCol(null);
        return DeskVisitBacking.AGAIN;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    /** Code of the only kind of visit that is closed out; null for all. */
    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
