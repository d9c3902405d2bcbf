package clinic.anteroom.web.patient;

import clinic.anteroom.scheduling.WaitListService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** The page behind the link of an earlier time: it tells when, and one button takes it. */
@Named
@RequestScoped
public class EarlierBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private WaitListService waitList;

    private String secret;
    private Instant taken;

    /** The secret comes with the address, and with the form. */
    @PostConstruct
    void read() {
        secret = faces.getExternalContext().getRequestParameterMap().get("link");
    }

    /** When the earlier time is; null if it cannot be taken any more. */
    public Instant getStart() {
        return secret == null || taken != null ? null : waitList.look(secret).orElse(null);
    }

    /** Takes it; the old time is given back in the same moment. */
    public void take() {
        taken = waitList.take(secret).start();
    }

    /** The time that was taken; null before. */
    public Instant getTaken() {
        return taken;
    }

    /** The secret of the link. */
    public String getSecret() {
        return secret;
    }
}
