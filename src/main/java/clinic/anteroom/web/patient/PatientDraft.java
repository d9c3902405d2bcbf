package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.ResponseStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The form this browser fills in, read once a request, and the page its patient belongs on. */
@RequestScoped
public class PatientDraft {

    static final String REDIRECT = "?faces-redirect=true";

    @Inject
    private DraftCookie cookie;

    @Inject
    private IntakeService intake;

    private Optional<Draft> draft;

    /** The form, if this browser has the key of one. */
    public Optional<Draft> find() {
        if (draft == null) {
            draft = cookie.key().flatMap(intake::find);
        }
        return draft;
    }

    /** The key; who has none is told so by the service. */
    String key() {
        return cookie.key().orElse("");
    }

    /** Where to go instead when this page is not for a form in this state; null to stay. */
    String elsewhereUnless(ResponseStatus status) {
        String page = pageOf(find().map(Draft::status).orElse(null));
        return page.equals(pageOf(status)) ? null : page;
    }

    /** The page a form is gone on with. */
    static String pageToGoOnWith(Draft draft) {
        return draft.status() != ResponseStatus.IN_PROGRESS ? pageOf(draft.status())
                : draft.resumeAt().map(page -> question(draft, page)).orElse(pageOf(draft.status()));
    }

    /** Where a page of the form is: called by its number, because addresses are kept by browsers, proxies and logs. */
    static String question(Draft draft, Page page) {
        return "/patient/question" + REDIRECT + "&page=" + draft.questionnaire().numberOf(page.linkId());
    }

    private static String pageOf(ResponseStatus status) {
        if (status == null) {
            return "/patient/start" + REDIRECT;
        }
        return switch (status) {
            case IN_PROGRESS -> "/patient/check" + REDIRECT;
            case STOPPED -> "/patient/emergency" + REDIRECT;
            case COMPLETED, AMENDED -> "/patient/sent" + REDIRECT;
        };
    }
}
