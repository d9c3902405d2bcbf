package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.VisitLink;
import clinic.anteroom.myvisit.VisitLinkPurpose;
import clinic.anteroom.myvisit.VisitLinkService;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * The page behind a link in a letter. Looking uses nothing up; the button, with the birth date, does, and leads to a clean
 * address. A link that opens nothing any more says what happened and what to do.
 */
@Named
@RequestScoped
public class ArriveBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private VisitLinkService links;

    @Inject
    private VisitCookie cookie;

    private final TypedDate birthDate = TypedDate.of(null);
    private String secret;
    private VisitLink link;

    /** The secret comes with the address, and with the form. */
    @PostConstruct
    void read() {
        secret = faces.getExternalContext().getRequestParameterMap().get("link");
        link = links.look(secret);
    }

    /** Uses the link up and goes where it leads. */
    public String open() {
        Optional<VisitLinkService.Opened> opened = links.open(secret, birthDate.read().orElse(null));
        if (opened.isEmpty()) {
            throw new Unreadable(List.of(new FieldRefused("birthDate", "refusal.link_not_opened")));
        }
        cookie.keepKey(opened.get().key());
        if (opened.get().purpose() == VisitLinkPurpose.INVITATION) {
            return "/patient/choose" + MyDoorBacking.REDIRECT;
        }
        return opened.get().appointmentId() == null ? "/patient/visits" + MyDoorBacking.REDIRECT
                : "/patient/visit" + MyDoorBacking.REDIRECT + "&id=" + opened.get().appointmentId();
    }

    /** What the link tells by itself. */
    public VisitLink getLink() {
        return link;
    }

    /** What happened to the visit it is about, or to the link: the end of a message key. */
    public String getStory() {
        if (link.isAboutAVisit() && link.status().name().equals("CANCELLED")) {
            return "CANCELLED";
        }
        return link.isAboutAVisit() && link.movedSince() ? "MOVED" : link.state().name();
    }

    /** The secret of the link. */
    public String getSecret() {
        return secret;
    }

    public TypedDate getBirthDate() {
        return birthDate;
    }
}
