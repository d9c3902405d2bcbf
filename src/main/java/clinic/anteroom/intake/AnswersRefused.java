package clinic.anteroom.intake;

import clinic.anteroom.shared.BusinessException;
import java.util.List;

/** Some answers do not fit their questions. Nothing of this page was saved; earlier pages are. */
public class AnswersRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<AnswerRefused> refused;

    AnswersRefused(List<AnswerRefused> refused) {
        super("refusal.answers");
        this.refused = List.copyOf(refused);
    }

    /** Each answer that does not fit, and why; never empty. */
    public List<AnswerRefused> refused() {
        return refused;
    }

    /** Names the questions and never the answers. */
    @Override
    public String getMessage() {
        return "Refused: " + refused.stream().map(fault -> fault.linkId() + " " + fault.key()).toList();
    }
}
