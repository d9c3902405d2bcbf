package clinic.anteroom.intake;

import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.Setting;
import clinic.anteroom.directory.SettingService;
import clinic.anteroom.directory.SettingsRefused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When patients may begin a form themselves, what they read when they may not, and how long a draft is kept. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class OnlineFormService {

    @Inject
    private SettingService settings;

    @Inject
    private IntakeDoor door;

    @Inject
    @ConfigProperty(name = "anteroom.intake.draft_days", defaultValue = "30")
    private int draftDays;

    /** What is in force now; never null. */
    public OnlineFormRules rules() {
        Map<Setting, String> set = settings.values();
        String cap = set.get(Setting.INTAKE_DAILY_CAP);
        return new OnlineFormRules("true".equals(set.get(Setting.INTAKE_SUSPENDED)), cap == null ? null : Integer.valueOf(cap),
                set.get(Setting.INTAKE_MESSAGE), Integer.valueOf(set.getOrDefault(Setting.INTAKE_DRAFT_DAYS, String.valueOf(draftDays))),
                door.hours());
    }

    /**
     * Sets all of it anew, from this moment on. Whoever has begun a form may always go on.
     *
     * @throws SettingsRefused if a part does not fit
     */
    public void change(OnlineFormRules wanted) {
        SettingsRefused.ifAny(wanted.faults());
        Map<Setting, String> values = new HashMap<>();
        values.put(Setting.INTAKE_SUSPENDED, wanted.suspended() ? "true" : null);
        values.put(Setting.INTAKE_DAILY_CAP, wanted.dailyCap() == null ? null : wanted.dailyCap().toString());
        values.put(Setting.INTAKE_MESSAGE, wanted.message());
        values.put(Setting.INTAKE_DRAFT_DAYS, wanted.draftDays() == draftDays ? null : wanted.draftDays().toString());
        settings.change(values);
        if (settings.note(Setting.INTAKE_HOURS, words(door.hours()), words(wanted.hours()))) {
            door.open(wanted.hours());
        }
    }

    private static String words(List<OpenHours> hours) {
        return hours.isEmpty() ? null : hours.stream().map(OpenHours::toString).sorted().collect(Collectors.joining("; "));
    }
}
