package clinic.anteroom.web.privacy;

import clinic.anteroom.privacy.RefusedLook;
import clinic.anteroom.privacy.TrailService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Looks that were refused. */
@Named
@RequestScoped
public class RefusedBacking {

    @Inject
    private TrailService trail;

    private List<RefusedLook> all;

    /** The newest first. */
    public List<RefusedLook> getAll() {
        if (all == null) {
            all = trail.refused();
        }
        return all;
    }
}
