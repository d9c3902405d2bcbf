package clinic.anteroom.intake;

import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What triage does to a form, within the request of the patient who holds its key. */
@Stateless
public class FormTriageService {

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private Calls calls;

    @Inject
    private AccessLinks links;

    @Inject
    private ClinicTime time;

    /** Stops a form in progress because an answer means an emergency, and tells staff. Any other form stays as it is. */
    @PermitAll // Called by triage within the patient's request; it tells nothing to its caller.
    public void stop(UUID responseId) {
        QuestionnaireResponse response = get(responseId);
        response.stop();
        if (response.status() == ResponseStatus.STOPPED) {
            calls.ask(responseId, CallKind.EMERGENCY, time.now(), time.now());
        }
    }

    /**
     * Tells which tests are flagged by now, so that what makes them safe is asked. Answers that only made a test safe
     * that is no longer flagged are dropped. A form that was sent in stays as it is.
     *
     * @param tests codes of {@link clinic.anteroom.directory.TestType}; replaces what was told before
     * @return the answers under these tests: a safety question left out is SKIPPED
     */
    @PermitAll // Called by triage within the patient's request, which holds these answers already.
    public Answers askSafetyQuestionsFor(UUID responseId, Set<String> tests) {
        QuestionnaireResponse response = get(responseId);
        Answers now = response.answers(questionnaires.get(response.questionnaire())).whenFlagged(tests);
        response.flag(tests, now);
        return now;
    }

    /**
     * On that day the patient is asked how it goes, by mail where there is an address, else by a call. Asked for several
     * days, each of them stands.
     *
     * @param dueAt when to ask
     */
    @PermitAll // Called by triage within the patient's request; it tells nothing to its caller.
    public void checkIn(UUID responseId, Instant dueAt) {
        QuestionnaireResponse response = get(responseId);
        Optional<Calls.Reach> reach = calls.reachOf(response.patientId());
        if (reach.map(Calls.Reach::email).isPresent()) {
            links.ask(response, LinkPurpose.CHECK_IN, reach.get().birthDate(), reach.get().email(), time.now(), dueAt);
        } else {
            calls.ask(responseId, CallKind.CHECK_IN, time.now(), dueAt);
        }
    }

    private QuestionnaireResponse get(UUID responseId) {
        return responses.find(responseId).orElseThrow(DraftGone::new);
    }
}
