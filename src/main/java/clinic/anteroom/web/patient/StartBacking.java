package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.OnlineForm;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.ResponseStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The first page: begin a form, or go on with the one this browser has begun. */
@Named
@RequestScoped
public class StartBacking {

    @Inject
    private PatientDraft draft;

    @Inject
    private IntakeService intake;

    /** Whether a form can be begun now; if not, why. */
    public OnlineForm getOnlineForm() {
        return intake.onlineForm();
    }

    /** Whether a form waits to be gone on with. */
    public boolean isBegun() {
        return open().isPresent();
    }

    /** The page to go on with; null when all pages were seen. */
    public String getGoOnWith() {
        return open().flatMap(Draft::resumeAt).map(Page::linkId).orElse(null);
    }

    private Optional<Draft> open() {
        return draft.find().filter(found -> found.status() == ResponseStatus.IN_PROGRESS);
    }
}
