package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a doctor asks after a form was sent in, and what the patient answers: through a mailed link, or on the phone. */
@Stateless
public class FollowUpService {

    /** Characters of a question. */
    public static final int LONGEST = 1000;

    private static final int LONGEST_ANSWER = 2000;
    private static final String ENTITY = "Communication";

    @Inject
    private FollowUps followUps;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private AccessLinks links;

    @Inject
    private Calls calls;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Inject
    private Event<FollowUpAnswered> answered;

    @Resource
    private SessionContext session;

    /**
     * Asks; where the patient gave an e-mail address, one link to answer everything is mailed.
     *
     * @param questions at least one, each of 1 to {@link #LONGEST} characters; the patient answers them in this order, one after the other
     * @return whether a mail leaves; if not, somebody has to call
     * @throws DraftGone   if there is no such form
     * @throws DraftClosed if it was not sent in
     */
    @RolesAllowed(Roles.DOCTOR)
    public boolean ask(UUID responseId, List<String> questions) {
        QuestionnaireResponse response = responses.find(responseId).orElseThrow(DraftGone::new);
        if (!response.isSentIn()) {
            throw new DraftClosed(response.status());
        }
        questions.forEach(words -> followUps.ask(responseId, session.getCallerPrincipal().getName(), time.now(), words));
        audit.record(AuditedAction.CREATE, ENTITY, responseId, response.patientId());
        Optional<Calls.Reach> reach = calls.reachOf(response.patientId()).filter(found -> found.email() != null);
        reach.ifPresent(found -> links.ask(response, LinkPurpose.FOLLOW_UP, found.birthDate(), found.email(), time.now(), time.now()));
        return reach.isPresent();
    }

    /** Everything that was asked about a form, the oldest first; the look is logged. */
    @RolesAllowed(Roles.DOCTOR)
    public List<FollowUp> of(UUID responseId) {
        audit.record(AuditedAction.VIEW, ENTITY, responseId, responses.find(responseId).map(QuestionnaireResponse::patientId).orElse(null));
        return followUps.of(responseId);
    }

    /** What the patient said on the phone; a question that is not open stays as it is. */
    @RolesAllowed(Roles.DOCTOR)
    public void answerByPhone(UUID responseId, UUID questionId, String words) {
        followUps.answer(responseId, questionId, words, time.now());
    }

    /** The answer is not needed any more. */
    @RolesAllowed(Roles.DOCTOR)
    public void withdraw(UUID responseId, UUID questionId) {
        followUps.withdraw(responseId, questionId, time.now());
    }

    /** What is asked about the form that opens with this key and waits for an answer, the oldest first. */
    @PermitAll // The key is the proof.
    public List<FollowUp> openOf(String key) {
        return responses.findByKey(key).map(response -> followUps.of(response.id()).stream().filter(FollowUp::open).toList()).orElse(List.of());
    }

    /**
     * The patient answers.
     *
     * @param words 1 to 2000 characters
     * @throws AnswersRefused if there are none, or too many (field {@code answer})
     * @throws DraftGone      if the key opens nothing
     */
    @PermitAll // The key is the proof.
    public void answer(String key, UUID questionId, String words) {
        String text = words == null ? "" : words.strip();
        if (text.isEmpty() || text.length() > LONGEST_ANSWER) {
            throw new AnswersRefused(List.of(text.isEmpty() ? new FieldRefused("answer", "refusal.note_missing")
                    : new FieldRefused("answer", "refusal.answer_too_long", LONGEST_ANSWER)));
        }
        QuestionnaireResponse response = responses.findByKey(key).orElseThrow(DraftGone::new);
        if (followUps.answer(response.id(), questionId, text, time.now())) {
            audit.record(AuditedAction.UPDATE, ENTITY, response.id(), response.patientId());
            answered.fire(new FollowUpAnswered(response.id(), time.now()));
        }
    }
}
