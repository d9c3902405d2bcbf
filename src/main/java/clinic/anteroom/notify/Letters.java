package clinic.anteroom.notify;

import clinic.anteroom.directory.ClinicProfile;
import clinic.anteroom.directory.ClinicService;
import clinic.anteroom.intake.LinkPurpose;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Sentences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes letters in the language of who reads them, from {@code letters.properties} and {@code letters_fr.properties}:
 * reference, clinic, phone and a link, nothing else.
 */
@ApplicationScoped
class Letters {

    private static final Sentences WORDS = new Sentences("clinic.anteroom.notify.letters");

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

    Letter write(LinkPurpose kind, Language language, String reference, String secret) {
        // The link carries the language to whatever device it is opened on.
        String link = address.replaceAll("/+$", "") + "/patient/open.xhtml?link=" + secret
                + (language == Language.ENGLISH ? "" : "&lang=" + language.code());
        String key = kind.name().toLowerCase(Locale.ROOT);
        Object[] filled = {clinic.get().name(), clinic.get().phone(), reference, link};
        return new Letter(WORDS.of(language, key + ".subject", filled),
                WORDS.of(language, key + ".text", filled) + "\n\n" + WORDS.of(language, "foot", filled) + "\n");
    }
}
