package clinic.anteroom.directory;

import clinic.anteroom.shared.ClinicTime;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The profile in force, read again when it is five seconds old. The error page names the clinic's phone as well, so a
 * database that does not answer must not take it away.
 */
@ApplicationScoped
class ClinicProfiles {

    private static final Logger LOG = Logger.getLogger(ClinicProfiles.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    private SettingService settings;

    @Inject
    private ClinicTime time;

    @Inject
    @ConfigProperty(name = "anteroom.clinic.name")
    private String name;

    @Inject
    @ConfigProperty(name = "anteroom.clinic.phone")
    private String phone;

    @Inject
    @ConfigProperty(name = "anteroom.clinic.emergency")
    private String emergency;

    @Inject
    @ConfigProperty(name = "anteroom.clinic.crisis")
    private String crisis;

    @Inject
    @ConfigProperty(name = "anteroom.clinic.poison")
    private String poison;

    private volatile ClinicProfile known;
    private volatile Instant readAt = Instant.MIN;

    ClinicProfile current() {
        Instant now = time.now();
        if (known == null || readAt.isBefore(now.minus(FRESH))) {
            readAt = now;
            known = read();
        }
        return known;
    }

    /** What the deployment says. */
    ClinicProfile deployed() {
        return new ClinicProfile(name, phone, emergency, crisis, poison, null);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClinicChanged changed) {
        readAt = Instant.MIN;
    }

    private ClinicProfile read() {
        try {
            Map<Setting, String> set = settings.values();
            return new ClinicProfile(set.getOrDefault(Setting.CLINIC_NAME, name), set.getOrDefault(Setting.CLINIC_PHONE, phone),
                    set.getOrDefault(Setting.CLINIC_EMERGENCY, emergency), set.getOrDefault(Setting.CLINIC_CRISIS, crisis),
                    set.getOrDefault(Setting.CLINIC_POISON, poison), set.get(Setting.CLINIC_EMERGENCY_NOTE));
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The clinic's settings cannot be read; the last ones known stay in force", e);
            return known == null ? deployed() : known;
        }
    }
}
