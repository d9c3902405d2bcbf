package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.EarlierAnswer;
import clinic.anteroom.myvisit.EarlierFormService;
import clinic.anteroom.myvisit.SignInCodeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What the patient in front of this browser told before, put into questions that are still open; nothing of it is saved. */
@RequestScoped
public class StillTrue {

    @Inject
    private DraftCookie draft;

    @Inject
    private VisitCookie visit;

    @Inject
    private SignInCodeService codes;

    @Inject
    private EarlierFormService forms;

    private Map<String, EarlierAnswer> earlier = Map.of();
    private Instant newest;

    /** Looks up what is known, for a form that is begun and whose patient has proved to be there. */
    void read(Draft form) {
        if (form.responseId() != null && !draft.isForCaller() && visit.key() != null && codes.isOpen(visit.key())) {
            earlier = forms.of(visit.key(), form.answers());
        }
    }

    /** What was told before to a question that has no answer in this form. */
    Optional<EarlierAnswer> to(String linkId) {
        Optional<EarlierAnswer> found = Optional.ofNullable(earlier.get(linkId));
        found.map(EarlierAnswer::sentAt).ifPresent(at -> newest = newest == null ? at : Comparator.<Instant>naturalOrder().compare(newest, at) < 0 ? at : newest);
        return found;
    }

    /** When the newest of what was put in was told; null if nothing was. */
    Instant newest() {
        return newest;
    }
}
