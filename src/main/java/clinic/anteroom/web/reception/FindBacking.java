package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The way to a search from anywhere: who, and for which order or kind of visit. */
@Named
@RequestScoped
public class FindBacking {

    @Inject
    private DeskPatientService patients;

    @Inject
    private BookingService bookings;

    @Inject
    private ScheduleService schedules;

    @Inject
    private ClinicTime time;

    private UUID patient;
    private String search;

    /** Who fits what was typed. */
    public List<FoundPatient> getFound() {
        return search == null ? List.of() : patients.find(search);
    }

    /** Who it is for; null while nobody is chosen. */
    public FoundPatient getWho() {
        return patient == null ? null : patients.get(patient).orElse(null);
    }

    /** The patient's orders that wait, or everybody's while nobody is chosen. */
    public List<OrderRow> getOrders() {
        return bookings.waiting().stream().filter(order -> patient == null || order.patientId().equals(patient))
                .map(order -> OrderRow.of(order, time.now())).toList();
    }

    public List<VisitType> getKinds() {
        return schedules.visitTypes();
    }

    public UUID getPatient() {
        return patient;
    }

    public void setPatient(UUID patient) {
        this.patient = patient;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }
}
