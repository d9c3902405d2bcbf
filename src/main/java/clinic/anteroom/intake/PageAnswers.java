package clinic.anteroom.intake;

import clinic.anteroom.shared.FieldRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the answers of one page in the place of what stood there. */
final class PageAnswers {

    private final Answers before;
    private final Page page;

    PageAnswers(Answers before, String pageLinkId) {
        this.before = before;
        this.page = before.questionnaire().page(pageLinkId);
    }

    /** All answers after the change; refuses what does not fit, all of it together. */
    Answers replacedBy(Map<String, Answer> given, LocalDate today) {
        refuseStrangers(given);
        AnswerCheck.fitting(before.questionnaire(), given);
        List<FieldRefused> faults = new ArrayList<>(missing(before, page, given));
        given.forEach((linkId, answer) ->
                AnswerCheck.inFuture(before.questionnaire().get(linkId), answer, today).ifPresent(faults::add));
        if (!faults.isEmpty()) {
            throw new AnswersRefused(faults);
        }
        Map<String, Answer> all = new HashMap<>(before.asMap());
        page.questions().forEach(question -> all.remove(question.linkId()));
        all.putAll(given);
        return Answers.of(before.questionnaire(), all, before.flaggedTests());
    }

    /** What is missing though its page cannot be left without it: somebody went past the page by its address. */
    static List<FieldRefused> missing(Answers answers) {
        return answers.questionnaire().pages().stream()
                .flatMap(page -> missing(answers, page, answers.asMap()).stream()).toList();
    }

    private static List<FieldRefused> missing(Answers answers, Page page, Map<String, Answer> given) {
        return answers.asked(page).stream()
                .filter(question -> question.required() && !given.containsKey(question.linkId()))
                .map(question -> new FieldRefused(question.linkId(), "refusal.answer_missing")).toList();
    }

    private void refuseStrangers(Map<String, Answer> given) {
        List<String> here = page.questions().stream().map(Question::linkId).toList();
        given.keySet().stream().filter(linkId -> !here.contains(linkId)).findFirst().ifPresent(linkId -> {
            throw new IllegalArgumentException(linkId + " is not asked on " + page.linkId() + ", only " + here + " are.\n"
                    + "Maybe the answers of one page were sent with the address of another.");
        });
    }
}
