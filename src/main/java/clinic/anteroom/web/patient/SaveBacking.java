package clinic.anteroom.web.patient;

import clinic.anteroom.intake.LinkService;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.shared.FieldRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Save and finish later: a link by mail, to go on with the form on this or another device. */
@Named
@RequestScoped
public class SaveBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private PatientDraft patient;

    @Inject
    private LinkService links;

    private final TypedDate birthDate = TypedDate.of(null);
    private String email;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return patient.elsewhereUnless(ResponseStatus.IN_PROGRESS);
    }

    /** Asks for the mail. */
    public String save() {
        if (!birthDate.isBlank() && birthDate.read().isEmpty()) {
            throw new Unreadable(List.of(new FieldRefused("birthDate", "refusal.date_not_possible")));
        }
        links.saveForLater(patient.key(), email, birthDate.read().orElse(null));
        return "/patient/save" + PatientDraft.REDIRECT + "&done=yes";
    }

    /** Whether the mail was asked for. */
    public boolean isDone() {
        return faces.getExternalContext().getRequestParameterMap().containsKey("done");
    }

    /** The short name of the form. */
    public String getReference() {
        return patient.find().map(draft -> draft.reference()).orElse(null);
    }

    public TypedDate getBirthDate() {
        return birthDate;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
