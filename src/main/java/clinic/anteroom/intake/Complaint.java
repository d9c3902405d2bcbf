package clinic.anteroom.intake;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something a form can be about, as patients choose it.
 *
 * @param name        of the questionnaire, for example {@code muscle-twitching}; never null
 * @param title       for example "Muscle twitching"; never null
 * @param description one line that tells whether it is about the reader; never null
 */
public record Complaint(String name, String title, String description) {

    static Complaint of(Questionnaire questionnaire) {
        return new Complaint(questionnaire.name(), questionnaire.title(), questionnaire.description());
    }

    /** Whether every word typed begins or continues a word of title or description; typing nothing fits all. */
    public boolean fits(String typed) {
        String words = (title + " " + description).toLowerCase(Locale.ROOT);
        return typed == null || Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).allMatch(words::contains);
    }
}
