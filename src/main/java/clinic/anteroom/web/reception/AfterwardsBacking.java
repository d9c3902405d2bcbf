package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.scheduling.VisitStep;
import clinic.anteroom.scheduling.desk.QueueRow;
import clinic.anteroom.scheduling.desk.QueueService;
import clinic.anteroom.shared.NewId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** After hours on paper: what became of each visit of the last days that is still only booked. */
@Named
@ViewScoped
public class AfterwardsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int DAYS = 14;
    private static final String AGAIN = "/reception/afterwards?faces-redirect=true";

    @Inject
    private QueueService queues;

    @Inject
    private BookingService bookings;

    /** Kept with the page: a button means the row that was shown, whatever has come since. */
    private transient List<QueueRow> rows;

    /** Visits nobody has said anything about, the oldest first, today's at the end. */
    public List<QueueRow> getRows() {
        if (rows == null) {
            rows = new ArrayList<>(queues.leftOpen(DAYS));
            rows.addAll(queues.overdue());
        }
        return rows;
    }

    /** The patient came, and it took place. */
    public String came(UUID visit, int version) {
        Booked in = bookings.step(new StepVisit(visit, version, NewId.next().toString()), VisitStep.CHECK_IN);
        bookings.step(new StepVisit(visit, in.version(), NewId.next().toString()), VisitStep.FULFIL);
        return AGAIN;
    }

    /** The patient did not come; the orders wait again. */
    public String missed(UUID visit, int version) {
        bookings.step(new StepVisit(visit, version, NewId.next().toString()), VisitStep.MISS);
        return AGAIN;
    }
}
