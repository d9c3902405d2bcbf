package clinic.anteroom.web.privacy;

import clinic.anteroom.privacy.DueRecord;
import clinic.anteroom.privacy.RecordEnd;
import clinic.anteroom.privacy.RetentionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Records whose time is over: who proposes to destroy one, who does it, and what stays of it. */
@Named
@RequestScoped
public class DueBacking {

    private static final String AGAIN = "/privacy/due?faces-redirect=true";

    @Inject
    private RetentionService retention;

    private List<DueRecord> all;
    private List<RecordEnd> ends;

    /** The longest over first. */
    public List<DueRecord> getAll() {
        if (all == null) {
            all = retention.due();
        }
        return all;
    }

    /** What is proposed about a record; null if nothing is. */
    public RecordEnd proposal(UUID patientId) {
        return ends().stream().filter(end -> end.destroyedAt() == null && end.patientId().equals(patientId)).findFirst().orElse(null);
    }

    /** What was destroyed, the newest first. */
    public List<RecordEnd> getCertificates() {
        return ends().stream().filter(end -> end.destroyedAt() != null).toList();
    }

    /** Whether the reader may destroy what is proposed. */
    public boolean mayDestroy(RecordEnd end) {
        return retention.mayDestroy(end);
    }

    /** Proposes to destroy a record. */
    public String propose(UUID patientId) {
        retention.propose(patientId);
        return AGAIN;
    }

    /** Keeps a record after all. */
    public String withdraw(UUID patientId) {
        retention.withdraw(patientId);
        return AGAIN;
    }

    /** Destroys a record for good. */
    public String destroy(UUID patientId) {
        retention.destroy(patientId);
        return AGAIN;
    }

    private List<RecordEnd> ends() {
        if (ends == null) {
            ends = retention.ends();
        }
        return ends;
    }
}
