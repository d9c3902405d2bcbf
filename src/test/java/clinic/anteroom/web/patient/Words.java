package clinic.anteroom.web.patient;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The words of pages and letters in one language, by their keys: a journey is played in both with one script. */
final class Words {

    final String language;
    private final Properties pages;
    private final Properties letters;

    private Words(String language) {
        this.language = language;
        String end = language.equals("en") ? "" : "_" + language;
        pages = read("/clinic/anteroom/web/messages" + end + ".properties");
        letters = read("/clinic/anteroom/notify/letters" + end + ".properties");
    }

    /** @param language en or fr */
    static Words of(String language) {
        return new Words(language);
    }

    private static Properties read(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a key on the pages; a key that is missing fails. */
    String get(String key) {
        String words = pages.getProperty(key);
        if (words == null) {
            throw new AssertionError("No words for " + key + " in " + language);
        }
        return words;
    }

    /** How the subject of a letter begins, up to its first keyword. */
    String subject(String letter) {
        String subject = letters.getProperty(letter + ".subject");
        return subject.substring(0, subject.indexOf('{')).strip();
    }

    /** The title of a page with an error summary. */
    String errorOn(String titleKey) {
        return get("shell_tag.error_title") + get(titleKey);
    }
}
