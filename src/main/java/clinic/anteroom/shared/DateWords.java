package clinic.anteroom.shared;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days and hours as people write them in a language. French follows the Office québécois: 1er décembre 2026, 9 h 40. */
public final class DateWords {

    private static final char NO_BREAK = '\u00a0';

    private final Language language;

    private DateWords(Language language) {
        this.language = language;
    }

    /** The words of a language; never null. */
    public static DateWords in(Language language) {
        return new DateWords(language);
    }

    /** 3 December 2026; 3 décembre 2026. */
    public String date(LocalDate date) {
        return write("d MMMM yyyy", language.locale(), date, date.getDayOfMonth());
    }

    /** Thursday 3 December 2026; jeudi 3 décembre 2026. */
    public String longDay(ZonedDateTime wall) {
        return write("EEEE d MMMM yyyy", language.locale(), wall, wall.getDayOfMonth());
    }

    /** Thu 3 Dec; jeu. 3 déc. */
    public String day(ZonedDateTime wall) {
        // Canada's English puts points behind short names, and our tables have no room for them.
        return language == Language.ENGLISH ? write("EEE d MMM", Locale.CANADA, wall, wall.getDayOfMonth()).replace(".", "")
                : write("EEE d MMM", language.locale(), wall, wall.getDayOfMonth());
    }

    /** 09:40; 9 h 40. */
    public String hour(ZonedDateTime wall) {
        return write(language == Language.ENGLISH ? "HH:mm" : "H" + NO_BREAK + "'h'" + NO_BREAK + "mm", language.locale(), wall, 0);
    }

    /** Thu 3 Dec, 09:40; jeu. 3 déc. à 9 h 40. */
    public String dateTime(ZonedDateTime wall) {
        return day(wall) + (language == Language.ENGLISH ? ", " : " à ") + hour(wall);
    }

    private String write(String pattern, Locale locale, TemporalAccessor moment, int dayOfMonth) {
        String first = language == Language.FRENCH && dayOfMonth == 1 ? pattern.replace("d M", "d'er' M") : pattern;
        return DateTimeFormatter.ofPattern(first, locale).format(moment);
    }
}
