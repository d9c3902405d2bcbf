package clinic.anteroom.web.privacy;

import clinic.anteroom.privacy.BrokenGlass;
import clinic.anteroom.privacy.Lock;
import clinic.anteroom.privacy.LockService;
import clinic.anteroom.privacy.Lockable;
import clinic.anteroom.privacy.TrailService;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Locks of one record, and who looked behind any. */
@Named
@RequestScoped
public class LocksBacking {

    private static final String HERE = "/privacy/locks?faces-redirect=true";

    @Inject
    private FacesContext faces;

    @Inject
    private LockService locks;

    @Inject
    private TrailService trail;

    @Inject
    private DeskPatientService patients;

    private UUID patient;
    private FoundPatient who;
    private List<Lock> all;
    private List<Lockable> items;
    private List<BrokenGlass> broken;
    private String item;
    private String whom = "ALL";
    private String wording;

    /** Whose locks these are comes with the address; nobody's shows who looked behind locks. */
    @PostConstruct
    void read() {
        String asked = faces.getExternalContext().getRequestParameterMap().get("patient");
        try {
            patient = asked == null || asked.isEmpty() ? null : UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
        who = patient == null ? null : patients.get(patient).orElseThrow(NotThere::new);
    }

    /** Writes the lock down. */
    public String lock() {
        boolean person = whom != null && whom.startsWith("PERSON ");
        boolean role = whom != null && whom.startsWith("ROLE ");
        locks.lock(patient, item == null || item.isEmpty() ? null : UUID.fromString(item),
                person ? Lock.Against.PERSON : role ? Lock.Against.ROLE : Lock.Against.ALL,
                person || role ? whom.substring(whom.indexOf(' ') + 1) : null, wording);
        return HERE + "&locked=1&patient=" + patient;
    }

    /** Ends it. */
    public String unlock(UUID lockId) {
        locks.unlock(patient, lockId);
        return HERE + "&patient=" + patient;
    }

    /** The officer has read it. */
    public String seen(UUID brokenId) {
        locks.seen(brokenId);
        return HERE;
    }

    /** The locks of this record. */
    public List<Lock> getAll() {
        if (all == null) {
            all = patient == null ? List.of() : locks.of(patient);
        }
        return all;
    }

    /** What can be locked alone. */
    public List<Lockable> getItems() {
        if (items == null) {
            items = patient == null ? List.of() : locks.items(patient);
        }
        return items;
    }

    /** Who looked behind locks. */
    public List<BrokenGlass> getBroken() {
        if (broken == null) {
            broken = locks.broken();
        }
        return broken;
    }

    /** How many of them nobody has read, for the tab. */
    public int getUnread() {
        return locks.unread();
    }

    /** Roles, then accounts and programs, as the choice posts them. */
    public List<String> getPeople() {
        return Stream.concat(LockService.LOCKABLE_ROLES.stream().map(role -> "ROLE " + role), trail.accounts().stream().map(name -> "PERSON " + name)).toList();
    }

    /** A choice without its first word. */
    public String named(String choice) {
        return choice.substring(choice.indexOf(' ') + 1);
    }

    /** A form or a kind by the last part of its code. */
    public String plain(String code) {
        return code == null ? "" : code.replaceAll("^.*/", "").replaceAll("\\|.*$", "").replace('-', ' ');
    }

    public FoundPatient getWho() {
        return who;
    }

    public UUID getPatient() {
        return patient;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getWhom() {
        return whom;
    }

    public void setWhom(String whom) {
        this.whom = whom;
    }

    public String getWording() {
        return wording;
    }

    public void setWording(String wording) {
        this.wording = wording;
    }
}
