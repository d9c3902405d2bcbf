package clinic.anteroom.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A form as its patient sees it, at one moment.
 *
 * @param responseId     the form; null while nothing is saved
 * @param status         where it stands; never null
 * @param reference      its short name for the phone; null while nothing is saved
 * @param answers        what was answered; never null
 * @param lastPage       link id of the page saved last; null while nothing is saved
 * @param emergencyReply what the patient said to an emergency; null if nothing
 * @param completedAt    when it was sent in; null if it was not
 */
public record Draft(UUID responseId, ResponseStatus status, String reference, Answers answers, String lastPage,
        EmergencyReply emergencyReply, Instant completedAt) {

    static Draft of(QuestionnaireResponse response, Answers answers) {
        return new Draft(response.id(), response.status(), response.reference(), answers, response.lastPage(),
                response.emergencyReply(), response.completedAt());
    }

    static Draft blank(Questionnaire questionnaire) {
        return new Draft(null, ResponseStatus.IN_PROGRESS, null, Answers.of(questionnaire, Map.of()), null, null, null);
    }

    /** What is asked; never null. */
    public Questionnaire questionnaire() {
        return answers.questionnaire();
    }

    /** The pages on which something is asked, in order; never empty. */
    public List<Page> pages() {
        return questionnaire().pages().stream().filter(page -> !answers.asked(page).isEmpty()).toList();
    }

    /** The first page. */
    public Page firstPage() {
        return pages().get(0);
    }

    /** The page after this one; empty after the last. The page given need not be asked any more. */
    public Optional<Page> after(String pageLinkId) {
        int here = questionnaire().numberOf(pageLinkId);
        return pages().stream().filter(page -> questionnaire().numberOf(page.linkId()) > here).findFirst();
    }

    /** The page before this one; empty before the first. The page given need not be asked any more. */
    public Optional<Page> before(String pageLinkId) {
        int here = questionnaire().numberOf(pageLinkId);
        return pages().stream().filter(page -> questionnaire().numberOf(page.linkId()) < here).reduce((one, next) -> next);
    }

    /** The page saved last; the first while nothing is saved. */
    public Page lastSaved() {
        return lastPage == null ? firstPage() : questionnaire().page(lastPage);
    }

    /** The page to go on with: the one after the page saved last; empty if that was the last. */
    public Optional<Page> resumeAt() {
        return lastPage == null ? Optional.of(firstPage()) : after(lastPage);
    }

    /** The first page that cannot be left without an answer and has none: somebody went past it by its address. */
    public Optional<Page> mustBeAnswered() {
        return pages().stream().filter(page -> answers.asked(page).stream()
                .anyMatch(question -> question.required() && !answers.asMap().containsKey(question.linkId()))).findFirst();
    }

    /** How far this page is from the end. Pages that may still be asked are counted: people mind an end that moves away. */
    public Progress progress(String pageLinkId) {
        int here = questionnaire().numberOf(pageLinkId);
        int seen = (int) pages().stream().filter(page -> questionnaire().numberOf(page.linkId()) <= here).count();
        int ahead = (int) questionnaire().pages().stream().filter(page -> questionnaire().numberOf(page.linkId()) > here)
                .filter(this::mayBeAsked).count();
        return new Progress(Math.max(1, seen), Math.max(1, seen) + ahead);
    }

    private boolean mayBeAsked(Page page) {
        return page.questions().stream()
                .anyMatch(question -> answers.stateOf(question.linkId()) != AnswerState.NOT_ASKED);
    }
}
