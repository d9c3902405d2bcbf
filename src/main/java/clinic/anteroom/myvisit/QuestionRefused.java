package clinic.anteroom.myvisit;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.ArrayList;
import java.util.List;

/** A question cannot be asked like this; nothing was kept. Fields: english, french, options, and those of an option with its number before them. */
public class QuestionRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;
    private static final int LONGEST_OPTION = 200;
    private static final int LONGEST_WORDS = 500;

    private QuestionRefused(List<FieldRefused> fields) {
        super(fields);
    }

    /** The kind of visit has as many questions as anybody answers before looking for a time. */
    static QuestionRefused tooMany(int most) {
        return new QuestionRefused(List.of(new FieldRefused("english", "refusal.questions_too_many", most)));
    }

    /** Refuses what is missing in one of the languages, what is too long, and a choice without a choice. */
    static void check(VisitQuestion question) {
        List<FieldRefused> faults = new ArrayList<>();
        length(faults, "english", question.text().english(), SHORTEST, LONGEST);
        length(faults, "french", question.text().french(), SHORTEST, LONGEST);
        if (!question.isInWords() && question.options().size() < 2) {
            faults.add(new FieldRefused("options", "refusal.question_options"));
        }
        for (int i = 0; i < question.options().size(); i++) {
            VisitQuestion.Option option = question.options().get(i);
            length(faults, i + ".english", option.text().english(), 1, LONGEST_OPTION);
            length(faults, i + ".french", option.text().french(), 1, LONGEST_OPTION);
            if (option.effect() != VisitQuestion.Effect.GO_ON) {
                length(faults, i + ".wordsEnglish", option.words().english(), SHORTEST, LONGEST_WORDS);
                length(faults, i + ".wordsFrench", option.words().french(), SHORTEST, LONGEST_WORDS);
            }
        }
        if (!faults.isEmpty()) {
            throw new QuestionRefused(faults);
        }
    }

    private static void length(List<FieldRefused> faults, String field, String text, int shortest, int longest) {
        if (text.length() < shortest || text.length() > longest) {
            faults.add(new FieldRefused(field, "refusal.question_length", shortest, longest));
        }
    }
}
