package clinic.anteroom.notify;

import clinic.anteroom.directory.ClinicProfile;
import clinic.anteroom.directory.ClinicService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Words letters in the language of who reads them: from {@code letters.properties}, or from what the clinic has written
 * instead. Date, time, place, clinic, phone, a link; nothing else.
 */
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

    /** The words of this build for a kind of letter. */
    static LetterTemplate shipped(LetterKind kind, String language) {
        ResourceBundle words = words(language);
        String key = kind.name().toLowerCase(Locale.ROOT);
        return new LetterTemplate(words.getString(key + ".subject"), words.getString(key + ".text") + "\n\n"
                + words.getString(words.containsKey(key + ".foot") ? key + ".foot" : "foot"));
    }

    /** The words about a visit that go to a phone: short, and without a link. */
    static LetterTemplate text(LetterKind kind, String language) {
        return new LetterTemplate("", words(language).getString(kind == LetterKind.CANCELLATION ? "text.cancellation" : "text.reminder"));
    }

    /**
     * Fills a template.
     *
     * @param path of the page the link leads to, with its query; null for a letter without a link
     */
    Letter write(LetterTemplate template, String language, String path, Map<Keyword, String> values) {
        Map<Keyword, String> all = new EnumMap<>(Keyword.class);
        all.putAll(values);
        all.put(Keyword.CLINIC, clinic.get().name());
        all.put(Keyword.PHONE, clinic.get().phone());
        if (path != null) {
            // The link carries the language to whatever device it is opened on.
            all.put(Keyword.LINK, address.replaceAll("/+$", "") + path + ("en".equals(language) ? "" : "&lang=" + language));
        }
        Letter letter = template.fill(all);
        return new Letter(letter.subject(), letter.text() + "\n");
    }

    /** What a letter says about a time. */
    static Map<Keyword, String> when(LetterFacts.When when, String language, ZoneId zone) {
        return Map.of(Keyword.DATE, day(when.start(), language, zone), Keyword.TIME, hour(when.start(), language, zone), Keyword.ZONE, zoneWords(language, zone));
    }

    /** Day, time and length of each visit, one a line. */
    static String visits(LetterFacts facts, String language, ZoneId zone) {
        return facts.together().stream().map(when -> "  " + day(when.start(), language, zone) + ", " + hour(when.start(), language, zone)
                + " " + zoneWords(language, zone) + " (" + Duration.between(when.start(), when.end()).toMinutes() + " min)").collect(Collectors.joining("\n"));
    }

    static String day(Instant at, String language, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale(language)).withZone(zone).format(at);
    }

    static String hour(Instant at, String language, ZoneId zone) {
        return DateTimeFormatter.ofPattern("fr".equals(language) ? "H'\u00a0h\u00a0'mm" : "HH:mm", locale(language)).withZone(zone).format(at);
    }

    private static String zoneWords(String language, ZoneId zone) {
        String city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return words(language).getString("zone").replace("{0}", city);
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle("clinic.anteroom.notify.letters", locale(language), Letters.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Locale locale(String language) {
        return "fr".equals(language) ? Locale.CANADA_FRENCH : Locale.ENGLISH;
    }
}
