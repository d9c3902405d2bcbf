package clinic.anteroom.web.privacy;

import clinic.anteroom.access.AuditCheck;
import clinic.anteroom.access.AuditSealService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the nightly checks of the trail have found. */
@Named
@RequestScoped
public class SealsBacking {

    @Inject
    private AuditSealService seals;

    private List<AuditCheck> checks;

    /** The newest first. */
    public List<AuditCheck> getChecks() {
        if (checks == null) {
            checks = seals.checks();
        }
        return checks;
    }

    /** Checks now instead of tonight. */
    public String check() {
        seals.check();
        return "/privacy/seals?faces-redirect=true";
    }
}
