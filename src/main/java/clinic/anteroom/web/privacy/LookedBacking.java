package clinic.anteroom.web.privacy;

import clinic.anteroom.privacy.Look;
import clinic.anteroom.privacy.Touched;
import clinic.anteroom.privacy.TrailService;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.desk.VisitChange.Difference;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.web.shell.ChangeWords;
import clinic.anteroom.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who looked at a record, and whose records somebody touched. What is asked stands in the address; names do not. */
@Named
@RequestScoped
public class LookedBacking {

    private static final int DAYS_BACK = 365;

    @Inject
    private TrailService trail;

    @Inject
    private DeskPatientService patients;

    @Inject
    private ClinicTime time;

    private UUID patient;
    private String search;
    private String account;
    private String from;
    private String to;
    private FoundPatient who;
    private List<FoundPatient> found;
    private List<Look> looks;
    private List<Touched> touched;

    /** Who fits what was typed. */
    public List<FoundPatient> getFound() {
        if (found == null) {
            found = search == null ? List.of() : patients.find(search);
        }
        return found;
    }

    /** Whose record it is about; null while nobody is chosen. */
    public FoundPatient getWho() {
        if (who == null && patient != null) {
            who = patients.get(patient).orElse(null);
        }
        return who;
    }

    /** Who looked at it. */
    public List<Look> getLooks() {
        if (looks == null) {
            looks = patient == null || !isReadable() ? List.of() : trail.who(patient, day(from, DAYS_BACK), day(to, 0));
        }
        return looks;
    }

    /** One thing that a look changed on a visit. */
    public String words(Difference change) {
        return "NOTE".equals(change.kind()) ? Texts.plain("reception_visit.changed_NOTE") : ChangeWords.of(change, time.zone());
    }

    /** Whose records the account touched; nobody while none is asked for. */
    public List<Touched> getTouched() {
        if (touched == null) {
            touched = account == null && from == null || !isReadable() ? List.of() : trail.touched(account == null ? "" : account, day(from, DAYS_BACK), day(to, 0));
        }
        return touched;
    }

    /** Whether both days can be read. */
    public boolean isReadable() {
        try {
            day(from, 0);
            day(to, 0);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether there may be more than is shown. */
    public boolean isCut() {
        return Math.max(getLooks().size(), getTouched().size()) >= TrailService.SHOWN;
    }

    public List<String> getAccounts() {
        return trail.accounts();
    }

    private LocalDate day(String typed, int before) {
        return typed == null ? time.today().minusDays(before) : LocalDate.parse(typed.strip());
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

    /** Comes by POST: a name has no place in an address. */
    public void setSearch(String search) {
        this.search = search;
        found = null; // A list drawn before the form was read holds nobody.
    }

    /** Draws the page again with who was found. */
    public void look() {
        // What was typed is read by getFound().
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    /** As typed, or the first day that is shown. */
    public String getFrom() {
        return from == null ? day(null, DAYS_BACK).toString() : from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** As typed, or today. */
    public String getTo() {
        return to == null ? day(null, 0).toString() : to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
