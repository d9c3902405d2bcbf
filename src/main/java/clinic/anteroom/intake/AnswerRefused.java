package clinic.anteroom.intake;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Why one answer does not fit its question; the page shows the sentence beside the field.
 *
 * @param linkId    the question, or the field of a {@link Contact}; never null
 * @param key       message key, for example {@code refusal.answer_out_of_range}; never null
 * @param arguments what the message names, in the order of its placeholders; single ones may be null
 */
public record AnswerRefused(String linkId, String key, List<Object> arguments) {

    AnswerRefused(String linkId, String key, Object... arguments) {
        this(linkId, key, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }
}
