package clinic.anteroom.myvisit;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A question that needs an answer has none, or one that cannot be kept; nothing was. Fields are the ids of the questions. */
public class AnswersRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    /** Letters; the answers wait in a cookie until the visit is booked. */
    private static final int LONGEST = 120;

    private AnswersRefused(List<FieldRefused> fields) {
        super(fields);
    }

    /** The answers without blanks and without anything that was not asked; refuses what is missing and what does not fit. */
    static Map<UUID, String> checked(List<VisitQuestion> questions, Map<UUID, String> answers) {
        Map<UUID, String> values = new HashMap<>();
        List<FieldRefused> faults = new ArrayList<>();
        for (VisitQuestion question : questions) {
            String typed = answers.get(question.id());
            String value = typed == null || typed.isBlank() ? null : typed.strip();
            String field = question.id().toString();
            if (value == null) {
                if (question.needed()) {
                    faults.add(new FieldRefused(field, question.isInWords() ? "refusal.answer_in_words" : "refusal.choose_one"));
                }
            } else if (question.isInWords() && value.length() > LONGEST) {
                faults.add(new FieldRefused(field, "refusal.answer_too_long", LONGEST));
            } else if (!question.isInWords() && question.option(value).isEmpty()) {
                faults.add(new FieldRefused(field, "refusal.choose_one"));
            }
            values.put(question.id(), value);
        }
        if (!faults.isEmpty()) {
            throw new AnswersRefused(faults);
        }
        return values;
    }
}
