package clinic.anteroom.intake;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Translation;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a form can be about, as patients choose it.
 *
 * @param name        of the questionnaire, for example {@code muscle-twitching}; never null
 * @param title       for example "Muscle twitching"; never null
 * @param description one line that tells whether it is about the reader; never null
 * @param alsoCalled  more words under which it is found; empty if there are none
 */
public record Complaint(String name, String title, String description, String alsoCalled) {

    /** Key of a translation for words under which a complaint is found and which no page shows. */
    private static final String ALSO_CALLED = "search";

    static Complaint of(Questionnaire questionnaire, Optional<Translation> translation) {
        String alsoCalled = questionnaire.language() == Language.ENGLISH ? ""
                : translation.flatMap(words -> words.find(ALSO_CALLED, "")).orElse("");
        return new Complaint(questionnaire.name(), questionnaire.title(), questionnaire.description(), alsoCalled);
    }

    /** Whether every word typed begins a word of title, description or other names; typing nothing fits all. Accents do not matter. */
    public boolean fits(String typed) {
        List<String> mine = words(title + " " + description + " " + alsoCalled);
        return words(typed).stream().allMatch(word -> mine.stream().anyMatch(one -> one.startsWith(word)));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("\u0153", "oe"), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }
}
