package clinic.anteroom.intake;

import java.util.Arrays;
import java.util.List;
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

    /** Whether every word typed begins a word of title or description; typing nothing fits all. */
    public boolean fits(String typed) {
        List<String> mine = words(title + " " + description);
        return words(typed).stream().allMatch(word -> mine.stream().anyMatch(one -> one.startsWith(word)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }
}
