package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.scheduling.TrialService;
import clinic.anteroom.scheduling.VisitStep;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.NewId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody stands at the desk without a booking: the first minutes of today at which they can be seen. */
@Named
@ViewScoped
public class WalkInBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TrialService trials;

    @Inject
    private BookingService bookings;

    @Inject
    private ScheduleService schedules;

    @Inject
    private DeskPatientService patients;

    private UUID patient;
    private String type;
    private String search;
    private String key;
    private transient FreeTime first;
    private transient boolean looked;

    /** The key of this page is minted here. */
    public void load() {
        key = NewId.next().toString();
    }

    /** Who fits what was typed. */
    public List<FoundPatient> getFound() {
        return search == null ? List.of() : patients.find(search);
    }

    /** Who stands there; null while nobody is chosen. */
    public FoundPatient getWho() {
        return patient == null ? null : patients.get(patient).orElse(null);
    }

    public List<VisitType> getKinds() {
        return schedules.visitTypes();
    }

    /** The first time of today; null if there is none, or nothing was chosen. */
    public FreeTime getFirst() {
        if (!looked && patient != null && type != null) {
            looked = true;
            first = trials.walkIn(type, patient).orElse(null);
        }
        return first;
    }

    /** Books it and says that the patient is here. */
    public String book() {
        FreeTime now = getFirst();
        if (now == null) {
            return null;
        }
        Booked booked = bookings.book(new BookVisit(patient, Set.of(), type, now.start(), now.chosen(), key));
        bookings.step(new StepVisit(booked.appointmentId(), booked.version(), NewId.next().toString()), VisitStep.ARRIVE);
        return "/reception/day?faces-redirect=true&visit=" + booked.appointmentId();
    }

    public UUID getPatient() {
        return patient;
    }

    public void setPatient(UUID patient) {
        this.patient = patient;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }
}
