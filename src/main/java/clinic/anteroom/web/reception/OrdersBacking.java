package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.Task;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Orders that wait for a time, the one with the least time left on top. */
@Named
@RequestScoped
public class OrdersBacking {

    @Inject
    private BookingService bookings;

    @Inject
    private ClinicTime time;

    private List<OrderRow> rows = List.of();
    private List<Task> tasks = List.of();

    /** Reads the list. */
    public void load() {
        Instant now = time.now();
        tasks = bookings.tasks();
        rows = bookings.waiting().stream().map(order -> OrderRow.of(order, now)).toList();
    }

    /** Orders that no free time can meet: somebody has to look at them. */
    public List<Task> getTasks() {
        return tasks;
    }

    public List<OrderRow> getRows() {
        return rows;
    }
}
