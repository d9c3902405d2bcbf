package clinic.anteroom.notify;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a template can name. None of it is a health fact: a letter is a postcard. */
public enum Keyword {
    /** Name of the clinic. */
    CLINIC,
    /** Its phone. */
    PHONE,
    /** Day of the visit. */
    DATE,
    /** Time of the visit. */
    TIME,
    /** The zone of every time, in words. */
    ZONE,
    /** The building. */
    PLACE,
    /** Day, time and length of each visit that belongs together, one a line. */
    VISITS,
    /** The link. */
    LINK,
    /** Until when an offer stands. */
    UNTIL,
    /** Six digits. */
    CODE,
    /** Short name of a form. */
    REFERENCE;

    /** How a template writes it: the name in small letters between braces. */
    public String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /** The keyword with this name in small letters. */
    static Optional<Keyword> named(String name) {
        return Stream.of(values()).filter(keyword -> keyword.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }
}
