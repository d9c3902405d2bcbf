package clinic.anteroom.web.shell;

import clinic.anteroom.directory.ClinicProfile;
import clinic.anteroom.directory.ClinicService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the clinic is called and where to ring. */
@Named("clinic")
@RequestScoped
public class ClinicBacking {

    @Inject
    private ClinicService clinic;

    @Inject
    @ConfigProperty(name = "anteroom.smtp.host")
    private Optional<String> mailServer;

    private ClinicProfile profile;

    /** Whether mail leaves this house; without that no page promises any. */
    public boolean isMailing() {
        return mailServer.isPresent();
    }

    public String getName() {
        return profile().name();
    }

    public String getPhone() {
        return profile().phone();
    }

    /** The number without spaces, for a tel: link. */
    public String getPhoneLink() {
        return "tel:" + getPhone().replaceAll("[^+0-9]", "");
    }

    /** The emergency number of the place, 911 in Canada. */
    public String getEmergency() {
        return profile().emergency();
    }

    /** The suicide crisis line, 9-8-8 in Canada. */
    public String getCrisis() {
        return profile().crisis();
    }

    /** The poison centre. */
    public String getPoison() {
        return profile().poison();
    }

    /** A sentence of the clinic's own on the emergency page; null if it has none. */
    public String getEmergencyNote() {
        return profile().emergencyNote();
    }

    private ClinicProfile profile() {
        if (profile == null) {
            profile = clinic.profile();
        }
        return profile;
    }
}
