package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.Timetable;
import clinic.anteroom.scheduling.desk.DayListService;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.desk.OpenDayList;
import clinic.anteroom.web.shell.DayListsBacking;
import clinic.anteroom.web.shell.NotThere;
import clinic.anteroom.web.shell.PressedBacking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Opens lists without times and puts people on them, {@code ?q=&patient=}: who is looked for, and who was found. */
@Named
@RequestScoped
public class ListsBacking {

    private static final int USUAL = 12;

    @Inject
    private DayListService service;

    @Inject
    private ScheduleService schedules;

    @Inject
    private DeskPatientService patients;

    @Inject
    private DayListsBacking day;

    @Inject
    private PressedBacking pressed;

    @Inject
    private FacesContext faces;

    private FoundPatient who;
    private List<FoundPatient> found;
    private List<Timetable> people;
    private UUID list;
    private String words;
    private boolean first;
    private UUID person;
    private LocalTime opens;
    private LocalTime closes;
    private String name;
    private Integer most = USUAL;

    /** Opens a list. */
    public String open() {
        service.open(new OpenDayList(person, day.getDate(), opens, closes, name, most));
        return again();
    }

    /** Puts the patient of the address on the chosen list. */
    public String add() {
        service.add(list, getWho().id(), words, first);
        return again();
    }

    private String again() {
        return "/reception/lists?faces-redirect=true&date=" + day.getDate();
    }

    /** Who fits what was typed. */
    public List<FoundPatient> getFound() {
        if (found == null) {
            found = getSearch().isBlank() ? List.of() : patients.find(getSearch());
        }
        return found;
    }

    /** Who is put on a list; null while nobody is chosen. */
    public FoundPatient getWho() {
        if (who == null && !parameter("patient").isEmpty()) {
            who = patients.get(pressed.row("patient")).orElseThrow(NotThere::new);
        }
        return who;
    }

    /** Everybody and everything whose hours could be a list. */
    public List<Timetable> getPeople() {
        if (people == null) {
            people = schedules.timetables();
        }
        return people;
    }

    /** What was typed to find somebody; perhaps empty. */
    public String getSearch() {
        return parameter("q");
    }

    private String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }

    public UUID getList() {
        return list;
    }

    public void setList(UUID list) {
        this.list = list;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public boolean isFirst() {
        return first;
    }

    public void setFirst(boolean first) {
        this.first = first;
    }

    public UUID getPerson() {
        return person;
    }

    public void setPerson(UUID person) {
        this.person = person;
    }

    public LocalTime getOpens() {
        return opens;
    }

    public void setOpens(LocalTime opens) {
        this.opens = opens;
    }

    public LocalTime getCloses() {
        return closes;
    }

    public void setCloses(LocalTime closes) {
        this.closes = closes;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getMost() {
        return most;
    }

    public void setMost(Integer most) {
        this.most = most;
    }
}
