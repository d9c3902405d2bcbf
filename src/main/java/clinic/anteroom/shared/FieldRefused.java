package clinic.anteroom.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Why the content of one field is refused; the page shows the sentence beside that field.
 *
 * @param field     name of the field: the link id of a question, or a component of a command; never null
 * @param key       message key, for example {@code refusal.answer_out_of_range}; never null
 * @param arguments what the message names, in the order of its placeholders; single ones may be null
 */
public record FieldRefused(String field, String key, List<Object> arguments) {

    /** A refusal with its arguments one by one. */
    public FieldRefused(String field, String key, Object... arguments) {
        this(field, key, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }
}
