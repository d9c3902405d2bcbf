package clinic.anteroom.web.patient;

import clinic.anteroom.privacy.Look;
import clinic.anteroom.privacy.MyTrailService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** Who looked at the patient's record. */
@Named
@RequestScoped
public class LookedAtBacking {

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private MyTrailService trail;

    @Inject
    private MyWordsBacking words;

    private List<Look> all;

    /** The newest first; nothing before this browser has proved whose it is. */
    public List<Look> getAll() {
        if (all == null) {
            all = door.isOpen() ? trail.mine(cookie.key()) : List.of();
        }
        return all;
    }

    /** What was touched, in the patient's words, each once. */
    public String kinds(Look look) {
        return look.kinds().stream().map(words::record).distinct().collect(Collectors.joining(", "));
    }
}
