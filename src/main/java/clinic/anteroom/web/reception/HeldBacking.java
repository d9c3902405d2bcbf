package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.ChangeHold;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.NotThere;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The time the desk holds while the patient makes up their mind: book it, keep it longer, let it go. */
@Named
@ViewScoped
public class HeldBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BookingService bookings;

    @Inject
    private ClinicTime time;

    private UUID id;
    private String key;
    private transient Booked visit;

    /** Reads the held visit, if the address names one; the key of this page is minted here. */
    public void load() {
        key = NewId.next().toString();
        visit = id == null ? null : bookings.find(id).orElseThrow(NotThere::new);
    }

    /** Books what is held and shows the visit. */
    public String confirm() {
        bookings.confirm(new ChangeHold(id, key));
        return "/reception/visit?faces-redirect=true&id=" + id;
    }

    /** Ten more minutes. */
    public String extend() {
        bookings.extend(new ChangeHold(id, key));
        return "/reception/booking?faces-redirect=true&includeViewParams=true";
    }

    /** Lets the time go and shows the times again. */
    public String release() {
        bookings.release(new ChangeHold(id, key));
        id = null;
        return "/reception/booking?faces-redirect=true&includeViewParams=true";
    }

    /** Whether the time is still held. */
    public boolean isHeld() {
        return visit != null && visit.isHeld() && visit.heldUntil().isAfter(time.now());
    }

    /** Whether there was a hold and it is over. */
    public boolean isOver() {
        return visit != null && !isHeld();
    }

    /** Whole minutes that are left, 0 to 10. */
    public long getMinutesLeft() {
        return isHeld() ? Duration.between(time.now(), visit.heldUntil()).toMinutes() : 0;
    }

    /** The held visit's parts. */
    public List<VisitPart> getParts() {
        return VisitPart.of(visit);
    }

    /** The visit; null if the address names none. */
    public Booked getVisit() {
        return visit;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }
}
