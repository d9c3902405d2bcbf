package clinic.anteroom.intake;

import clinic.anteroom.shared.Translation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One question of a questionnaire. What it is called never changes its meaning: a question that means something else
 * gets another link id.
 *
 * @param linkId        for example {@code TW-Q18}, or {@code TW-Q13.IN_HEAT} for a part of one; never null
 * @param code          LOINC code of what it asks, where the clinic needs to know that; null otherwise
 * @param type          what kind of answer it takes; never null
 * @param text          the question in the patient's words; never null
 * @param help          why it is asked; null if that is plain
 * @param hint          how to answer; null if that is plain
 * @param options       what can be picked; empty unless SINGLE or MULTI
 * @param min           smallest number allowed; null for no limit
 * @param max           largest number allowed; null for no limit
 * @param unit          what the number counts, for example {@code cm}; null if nothing
 * @param whole         whether only whole numbers are allowed
 * @param required      whether its page cannot be left without an answer
 * @param askedForTests codes of the tests it makes safe ({@code MRI}); it is asked once one of them is flagged. Empty
 *                      for a question that does not wait for a test.
 * @param enableWhen    which other answers it needs; never null
 */
public record Question(String linkId, String code, QuestionType type, String text, String help, String hint,
        List<Option> options, BigDecimal min, BigDecimal max, String unit, boolean whole, boolean required,
        Set<String> askedForTests, Condition enableWhen) {

    public Question {
        options = List.copyOf(options);
        askedForTests = Set.copyOf(askedForTests);
    }

    /** The same question in other words. */
    Question in(Translation translation) {
        return new Question(linkId, code, type, translation.get(linkId, text), translated(translation, ".help", help),
                translated(translation, ".hint", hint), options.stream().map(option -> new Option(option.code(),
                        translation.get(linkId + "#" + option.code(), option.label()), option.exclusive())).toList(),
                min, max, translated(translation, "|unit", unit), whole, required, askedForTests, enableWhen);
    }

    private String translated(Translation translation, String part, String words) {
        return words == null ? null : translation.get(linkId + part, words);
    }

    /** Whether each option but "none" and "not sure" is asked with yes, no and not sure of its own; see {@link SymptomLists}. */
    public boolean askedInRows() {
        return type == QuestionType.MULTI && SymptomLists.has(linkId);
    }

    /** The option with this code, if it is offered. */
    public Optional<Option> option(String code) {
        // A loop, not a stream: every stored answer that is read comes through here.
        for (Option option : options) {
            if (option.code().equals(code)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
