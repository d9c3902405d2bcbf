package clinic.anteroom.web.patient;

import clinic.anteroom.intake.FollowUpService;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.LinkPurpose;
import clinic.anteroom.intake.LinkService;
import clinic.anteroom.intake.OpenedForm;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * The page behind a link by mail. Looking at it uses nothing up: mail scanners look. The button, with the birth date,
 * uses the link up and opens the form in this browser, at a clean address.
 */
@Named
@RequestScoped
public class OpenBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private LinkService links;

    @Inject
    private IntakeService intake;

    @Inject
    private FollowUpService followUps;

    @Inject
    private DraftCookie cookie;

    private final TypedDate birthDate = TypedDate.of(null);
    private String link;

    /** The secret comes with the address, and with the form: not until it is known may the form be shown, and read. */
    @PostConstruct
    void read() {
        link = faces.getExternalContext().getRequestParameterMap().get("link");
    }

    /** Whether the link can still be used. */
    public boolean isAlive() {
        return link != null && links.isAlive(link);
    }

    /** Uses the link up and opens the form where its patient belongs. */
    public String open() {
        Optional<OpenedForm> form = birthDate.read().flatMap(date -> links.open(link, date));
        if (form.isEmpty()) {
            throw new Unreadable(List.of(new FieldRefused("birthDate", "refusal.link_not_opened")));
        }
        cookie.keep(form.get().key());
        if (!followUps.openOf(form.get().key()).isEmpty()) {
            return "/patient/followup" + PatientDraft.REDIRECT;
        }
        if (form.get().purpose() == LinkPurpose.CHECK_IN) {
            return "/patient/checkin" + PatientDraft.REDIRECT;
        }
        return intake.find(form.get().key()).map(PatientDraft::pageToGoOnWith).orElseThrow();
    }

    public TypedDate getBirthDate() {
        return birthDate;
    }

    /** The secret of the link. */
    public String getLink() {
        return link;
    }
}
