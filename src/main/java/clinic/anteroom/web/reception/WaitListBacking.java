package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.WaitListService;
import clinic.anteroom.scheduling.desk.QueueRow;
import clinic.anteroom.scheduling.desk.QueueService;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Everybody who would come earlier, and telling the next ones of a free time. */
@Named
@ViewScoped
public class WaitListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String AGAIN = "/reception/waitlist?faces-redirect=true&includeViewParams=true";

    @Inject
    private QueueService queues;

    @Inject
    private WaitListService list;

    @Inject
    private ScheduleService schedules;

    @Inject
    private ClinicTime time;

    private String type;
    private LocalDate date;
    private LocalTime wall;
    private Integer told;
    /** Kept with the page: a button means the row that was shown, whatever has come since. */
    private transient List<QueueRow> rows;

    /** All, or those who could take the time that was named. */
    public List<QueueRow> getRows() {
        if (rows == null) {
            rows = getFreed() == null ? queues.waiting() : queues.waitingFor(type, getFreed());
        }
        return rows;
    }

    /** The time that is free; null while none is named. */
    public Instant getFreed() {
        return type == null || date == null || wall == null ? null : date.atTime(wall).atZone(time.zone()).toInstant();
    }

    /** The same page for a free time. */
    public String show() {
        return AGAIN;
    }

    /** Tells the next few, each with a link that works once; nobody while an earlier batch still thinks. */
    public String tell() {
        told = list.tellNext(type, getFreed()).size();
        return AGAIN;
    }

    /** Takes somebody off. */
    public String leave(UUID visit) {
        list.leave(visit);
        return AGAIN;
    }

    public List<VisitType> getKinds() {
        return schedules.visitTypes();
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public LocalTime getWall() {
        return wall;
    }

    public void setWall(LocalTime wall) {
        this.wall = wall;
    }

    /** How many were told just now; null if nobody was asked to be. */
    public Integer getTold() {
        return told;
    }

    public void setTold(Integer told) {
        this.told = told;
    }
}
