package clinic.anteroom.web.privacy;

import clinic.anteroom.privacy.DueRecord;
import clinic.anteroom.privacy.RetentionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Records whose time is over. */
@Named
@RequestScoped
public class DueBacking {

    @Inject
    private RetentionService retention;

    private List<DueRecord> all;

    /** The longest over first. */
    public List<DueRecord> getAll() {
        if (all == null) {
            all = retention.due();
        }
        return all;
    }
}
