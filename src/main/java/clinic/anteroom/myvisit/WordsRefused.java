package clinic.anteroom.myvisit;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** What was typed cannot be kept; nothing was. */
public class WordsRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    private WordsRefused(FieldRefused fault) {
        super(List.of(fault));
    }

    /** The words without spaces around them; refuses none (unless they are optional) and too many. */
    static String checked(String field, String typed, int longest, boolean needed) {
        String words = typed == null ? "" : typed.strip();
        if (needed && words.isEmpty()) {
            throw new WordsRefused(new FieldRefused(field, "refusal." + field + "_missing"));
        }
        if (words.length() > longest) {
            throw new WordsRefused(new FieldRefused(field, "refusal.text_too_long", longest));
        }
        return words.isEmpty() ? null : words;
    }

    /** Refuses the field with this sentence. */
    static WordsRefused of(String field, String key) {
        return new WordsRefused(new FieldRefused(field, key));
    }
}
