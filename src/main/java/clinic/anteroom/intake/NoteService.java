package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What patients add when the form takes no answers, because an emergency stopped it. */
@Stateless
public class NoteService {

    private static final String ENTITY = "Communication";
    private static final int LONGEST = 2000;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private Notes notes;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    /**
     * Adds something for the clinic to a stopped form.
     *
     * @param words 1 to 2000 characters
     * @throws AnswersRefused if there are none, or too many (field {@code note})
     * @throws DraftGone      if the key opens no stopped form
     */
    @PermitAll // The key is the proof.
    public void add(String key, String words) {
        String text = words == null ? "" : words.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new AnswersRefused(List.of(text.isEmpty() ? new FieldRefused("note", "refusal.note_missing")
                    : new FieldRefused("note", "refusal.answer_too_long", LONGEST)));
        }
        QuestionnaireResponse response = responses.findByKey(key)
                .filter(found -> found.status() == ResponseStatus.STOPPED).orElseThrow(DraftGone::new);
        notes.add(response.id(), new Note(time.now(), text));
        audit.record(AuditedAction.CREATE, ENTITY, response.id(), response.patientId());
    }

    /** What was added to the form that opens with this key, the oldest first. */
    @PermitAll // The key is the proof.
    public List<Note> of(String key) {
        return responses.findByKey(key).map(response -> notes.of(response.id())).orElse(List.of());
    }

    /** What was added to a form, for who decides on it; the look is logged. */
    @RolesAllowed(Roles.DOCTOR)
    public List<Note> of(UUID responseId) {
        audit.record(AuditedAction.VIEW, ENTITY, responseId, responses.find(responseId).map(QuestionnaireResponse::patientId).orElse(null));
        return notes.of(responseId);
    }
}
