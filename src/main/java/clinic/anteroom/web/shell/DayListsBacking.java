package clinic.anteroom.web.shell;

import clinic.anteroom.scheduling.desk.DayList;
import clinic.anteroom.scheduling.desk.DayListService;
import clinic.anteroom.scheduling.desk.ListState;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** The lists without times of a day, {@code ?date=}: for the desk, which keeps their order, and for whoever sees the patients. */
@Named
@RequestScoped
public class DayListsBacking {

    @Inject
    private DayListService service;

    @Inject
    private ClinicTime time;

    @Inject
    private FacesContext faces;

    private List<DayList> lists;

    /** Read when they are first asked for. */
    public List<DayList> getLists() {
        if (lists == null) {
            lists = service.on(getDate());
        }
        return lists;
    }

    /** Today unless the address says another day. */
    public LocalDate getDate() {
        try {
            return LocalDate.parse(faces.getExternalContext().getRequestParameterMap().getOrDefault("date", ""));
        } catch (DateTimeParseException e) {
            return time.today();
        }
    }

    /** Somebody goes in, is done, has left, or waits again. */
    public String step(String state, UUID entry) {
        service.step(entry, ListState.valueOf(state));
        return again();
    }

    public String up(UUID entry) {
        service.move(entry, true);
        return again();
    }

    public String down(UUID entry) {
        service.move(entry, false);
        return again();
    }

    /** Opens the time again. */
    public String close(UUID list) {
        service.close(list);
        return again();
    }

    private String again() {
        String whose = faces.getExternalContext().getRequestParameterMap().getOrDefault("whose", "");
        return faces.getViewRoot().getViewId() + "?faces-redirect=true&date=" + getDate() + (whose.equals("mine") ? "&whose=mine" : "");
    }
}
