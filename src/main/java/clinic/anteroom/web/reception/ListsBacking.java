package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.Timetable;
import clinic.anteroom.scheduling.desk.DayListService;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.desk.OpenDayList;
import clinic.anteroom.web.shell.DayListsBacking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Opens lists without times and puts people on them. */
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

    private UUID patient;
    private String search;
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
        service.add(list, patient, words, first);
        return again();
    }

    private String again() {
        return "/reception/lists?faces-redirect=true&date=" + day.getDate();
    }

    /** Who fits what was typed. */
    public List<FoundPatient> getFound() {
        if (found == null) {
            found = search == null || search.isBlank() ? List.of() : patients.find(search);
        }
        return found;
    }

    /** Who is put on a list; null while nobody is chosen. */
    public FoundPatient getWho() {
        if (who == null && patient != null) {
            who = patients.get(patient).orElse(null);
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
