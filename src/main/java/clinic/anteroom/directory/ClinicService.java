package clinic.anteroom.directory;

import clinic.anteroom.access.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** The clinic's own name and numbers, as every page and letter gives them. */
@Stateless
public class ClinicService {

    @Inject
    private ClinicProfiles profiles;

    @Inject
    private SettingService settings;

    @Inject
    private Event<ClinicChanged> changed;

    /** What is in force; at most five seconds old, and the last one known while the database does not answer. Never null. */
    @PermitAll // Everybody may read it on the pages.
    public ClinicProfile profile() {
        return profiles.current();
    }

    /**
     * Sets what the clinic is called and which numbers it gives.
     *
     * @throws SettingsRefused if a part does not fit (fields are the components of the record)
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(ClinicProfile wanted) {
        SettingsRefused.ifAny(wanted.faults());
        ClinicProfile deployed = profiles.deployed();
        Map<Setting, String> values = new HashMap<>();
        values.put(Setting.CLINIC_NAME, unlessSame(wanted.name(), deployed.name()));
        values.put(Setting.CLINIC_PHONE, unlessSame(wanted.phone(), deployed.phone()));
        values.put(Setting.CLINIC_EMERGENCY, unlessSame(wanted.emergency(), deployed.emergency()));
        values.put(Setting.CLINIC_CRISIS, unlessSame(wanted.crisis(), deployed.crisis()));
        values.put(Setting.CLINIC_POISON, unlessSame(wanted.poison(), deployed.poison()));
        values.put(Setting.CLINIC_EMERGENCY_NOTE, wanted.emergencyNote());
        settings.change(values);
        changed.fire(new ClinicChanged());
    }

    /** What equals the deployment's value follows it from now on. */
    private static String unlessSame(String wanted, String deployed) {
        return wanted.equals(deployed) ? null : wanted;
    }
}
