package clinic.anteroom.web.admin;

import clinic.anteroom.directory.ClinicProfile;
import clinic.anteroom.directory.ClinicService;
import clinic.anteroom.directory.SettingChange;
import clinic.anteroom.directory.SettingService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The clinic's name and numbers, and who changed what of all settings. */
@Named
@RequestScoped
public class SettingsBacking {

    @Inject
    private ClinicService clinic;

    @Inject
    private SettingService settings;

    private String name;
    private String phone;
    private String emergency;
    private String crisis;
    private String poison;
    private String emergencyNote;
    private List<SettingChange> changes;

    @PostConstruct
    void read() {
        ClinicProfile now = clinic.profile();
        name = now.name();
        phone = now.phone();
        emergency = now.emergency();
        crisis = now.crisis();
        poison = now.poison();
        emergencyNote = now.emergencyNote();
    }

    /** Sets them for every page and letter. */
    public String save() {
        clinic.change(new ClinicProfile(name, phone, emergency, crisis, poison, emergencyNote));
        return "/admin/settings?faces-redirect=true&saved=clinic";
    }

    /** Shows the name and the numbers as typed on the page of a patient; nothing is set. */
    public void look() {
        // The page is drawn again with what was typed.
    }

    /** The newest changes, the last one first. */
    public List<SettingChange> getChanges() {
        if (changes == null) {
            changes = settings.changes();
        }
        return changes;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getEmergency() {
        return emergency;
    }

    public void setEmergency(String emergency) {
        this.emergency = emergency;
    }

    public String getCrisis() {
        return crisis;
    }

    public void setCrisis(String crisis) {
        this.crisis = crisis;
    }

    public String getPoison() {
        return poison;
    }

    public void setPoison(String poison) {
        this.poison = poison;
    }

    public String getEmergencyNote() {
        return emergencyNote;
    }

    public void setEmergencyNote(String emergencyNote) {
        this.emergencyNote = emergencyNote;
    }
}
