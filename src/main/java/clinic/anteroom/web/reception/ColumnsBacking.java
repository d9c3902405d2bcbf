package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.Timetable;
import clinic.anteroom.scheduling.desk.PaperService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Saved sets of columns: one link above the board each. */
@Named
@RequestScoped
public class ColumnsBacking {

    private static final String AGAIN = "/reception/columns?faces-redirect=true";

    @Inject
    private PaperService papers;

    @Inject
    private ScheduleService schedules;

    private String name;
    private UUID[] chosen = {};

    public List<Timetable> getAll() {
        return schedules.timetables();
    }

    /** Saves the chosen columns, in place of what had the name. */
    public String save() {
        papers.group(name, List.of(chosen));
        return AGAIN;
    }

    /** Forgets a set. */
    public String forget(UUID group) {
        papers.ungroup(group);
        return AGAIN;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public UUID[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(UUID[] chosen) {
        this.chosen = chosen.clone();
    }
}
