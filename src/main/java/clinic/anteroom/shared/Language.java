package clinic.anteroom.shared;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that patients read. English is what everything is written in first; staff read nothing else. */
public enum Language {

    /** What every document is written in. */
    ENGLISH(Locale.ENGLISH),
    /** As in Canada: dates, numbers and spaces, too. */
    FRENCH(Locale.CANADA_FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Its two letters, as the database keeps it and {@code lang} in a page says it: {@code en}, {@code fr}. */
    public String code() {
        return locale.getLanguage();
    }

    /** Its tag in documents (BCP 47): {@code en}, {@code fr-CA}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** How it writes dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** What it calls itself, for who wants to choose it: English, Français. */
    public String ownName() {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** The language with these letters, whatever the country: {@code fr}, {@code fr-FR}; null and others are none. */
    public static Optional<Language> of(String tag) {
        String code = tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /** The first one we speak of those somebody would like, the dearest first; English if we speak none. */
    public static Language firstOf(Iterator<Locale> wanted) {
        while (wanted.hasNext()) {
            Optional<Language> spoken = of(wanted.next().toLanguageTag());
            if (spoken.isPresent()) {
                return spoken.get();
            }
        }
        return ENGLISH;
    }
}
