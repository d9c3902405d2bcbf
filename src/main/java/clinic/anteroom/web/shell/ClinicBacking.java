package clinic.anteroom.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the clinic is called and where to ring, from its settings ({@code deploy/env.example}). */
@Named("clinic")
@ApplicationScoped
public class ClinicBacking {

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

    @Inject
    @ConfigProperty(name = "anteroom.smtp.host")
    private Optional<String> mailServer;

    /** Whether mail leaves this house; without that no page promises any. */
    public boolean isMailing() {
        return mailServer.isPresent();
    }

    public String getName() {
        return name;
    }

    public String getPhone() {
        return phone;
    }

    /** The number without spaces, for a tel: link. */
    public String getPhoneLink() {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }

    /** The emergency number of the place, 911 in Canada. */
    public String getEmergency() {
        return emergency;
    }

    /** The suicide crisis line, 9-8-8 in Canada. */
    public String getCrisis() {
        return crisis;
    }

    /** The poison centre. */
    public String getPoison() {
        return poison;
    }
}
