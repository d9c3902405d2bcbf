package clinic.anteroom.notify;

import clinic.anteroom.directory.ClinicProfile;
import clinic.anteroom.directory.ClinicService;
import clinic.anteroom.intake.LinkPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes letters from {@code letters.properties}: reference, clinic, phone and a link, nothing else. */
@ApplicationScoped
class Letters {

    private Supplier<ClinicProfile> clinic;
    private String address;

    /** For the container's proxy. */
    protected Letters() {
    }

    /** @param address where patients reach this application, for example {@code https://intake.example.org} */
    @Inject
    Letters(ClinicService clinic, @ConfigProperty(name = "anteroom.address", defaultValue = "http://localhost:8080") String address) {
        this(clinic::profile, address);
    }

    Letters(Supplier<ClinicProfile> clinic, String address) {
        this.clinic = clinic;
        this.address = address;
    }

    Letter write(LinkPurpose kind, String reference, String secret) {
        String link = address.replaceAll("/+$", "") + "/patient/open.xhtml?link=" + secret;
        String key = kind.name().toLowerCase(Locale.ROOT);
        return new Letter(fill(key + ".subject", reference, link), fill(key + ".text", reference, link) + "\n\n" + fill("foot", reference, link) + "\n");
    }

    private String fill(String key, String reference, String link) {
        String pattern = ResourceBundle.getBundle("clinic.anteroom.notify.letters", Locale.ENGLISH, Letters.class.getClassLoader()).getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] {clinic.get().name(), clinic.get().phone(), reference, link});
    }
}
