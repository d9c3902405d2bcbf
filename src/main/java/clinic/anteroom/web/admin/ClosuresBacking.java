package clinic.anteroom.web.admin;

import clinic.anteroom.scheduling.desk.ClosureService;
import clinic.anteroom.scheduling.desk.OpeningRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Days on which the clinic is closed, with what is booked on them shown before anything is closed. */
@Named
@RequestScoped
public class ClosuresBacking {

    private static final String HERE = "/admin/closures?faces-redirect=true&saved=1";

    @Inject
    private ClosureService closures;

    private List<OpeningRow> all;
    private List<ClosureService.BookedDay> booked;
    private LocalDate from;
    private LocalDate to;
    private String name;

    /** Closed days from today on. */
    public List<OpeningRow> getAll() {
        if (all == null) {
            all = closures.all();
        }
        return all;
    }

    /** Shows what would have to be moved; nothing is closed. One day needs no last day. */
    public void preview() {
        booked = closures.bookedBetween(from, last());
    }

    /** What would have to be moved; null before somebody has looked. */
    public List<ClosureService.BookedDay> getBooked() {
        return booked;
    }

    /** How many visits that are. */
    public int getVisits() {
        return booked.stream().mapToInt(ClosureService.BookedDay::visits).sum();
    }

    /** Closes. */
    public String close() {
        closures.close(from, last(), name);
        return HERE;
    }

    /** Opens again. */
    public String reopen(UUID closure) {
        closures.reopen(closure);
        return HERE;
    }

    private LocalDate last() {
        return to == null ? from : to;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
