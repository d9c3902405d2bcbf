package clinic.anteroom.access;

import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Seals the trail as it grows and recomputes every seal once a day: a row that was changed, removed or slipped in is found. */
@Stateless
public class AuditSealService {

    /** One statement; a second at most on the slowest machine that was tried. */
    private static final int ROWS = 10_000;
    private static final int SHOWN = 30;

    @Inject
    AuditSeals seals;

    @Inject
    ClinicTime time;

    /**
     * Seals what has been written since the last seal. While another node does it, this one does nothing.
     *
     * @return whether there may be more
     */
    @PermitAll // Called by the timer, which has no caller; it tells nothing and changes no row.
    public boolean seal() {
        return seals.isMine() && seals.seal(seals.last(), ROWS, time.now());
    }

    /** Recomputes the whole chain and writes down what it found; empty while another node does it. */
    @PermitAll // Called by the timer, which has no caller; it tells figures only.
    public Optional<AuditCheck> check() {
        if (!seals.isMine()) {
            return Optional.empty();
        }
        AuditCheck check = checked();
        seals.add(check);
        return Optional.of(check);
    }

    /** What the last checks found, the newest first. */
    @RolesAllowed(Roles.PRIVACY_OFFICER)
    public List<AuditCheck> checks() {
        return seals.checks(SHOWN);
    }

    private AuditCheck checked() {
        List<AuditSeals.Seal> all = seals.all();
        AuditCheck.Fault fault = null;
        Long at = null;
        long rows = 0;
        AuditSeals.Seal before = AuditSeals.Seal.BEFORE_ALL;
        for (AuditSeals.Seal seal : all) {
            rows += seal.rows();
            AuditCheck.Fault found = fault == null ? fault(before, seal) : null;
            if (found != null) {
                fault = found;
                at = seal.number();
            }
            before = seal;
        }
        if (fault == null && seals.lastGood().filter(good -> !holds(all, good)).isPresent()) {
            fault = AuditCheck.Fault.CUT_OFF;
            at = before.number();
        }
        return new AuditCheck(time.now(), all.size(), rows, before.hash(), fault, at);
    }

    private AuditCheck.Fault fault(AuditSeals.Seal before, AuditSeals.Seal seal) {
        if (seal.number() != before.number() + 1 || !seal.previousHash().equals(before.hash())) {
            return AuditCheck.Fault.SEAL_BROKEN;
        }
        AuditSeals.Found now = seals.under(before, seal);
        if (now.rows() != seal.rows()) {
            return now.rows() < seal.rows() ? AuditCheck.Fault.MISSING : AuditCheck.Fault.INSERTED;
        }
        return now.hash().equals(seal.hash()) ? null : AuditCheck.Fault.CHANGED;
    }

    private static boolean holds(List<AuditSeals.Seal> all, AuditCheck good) {
        return good.seals() == 0 || all.size() >= good.seals() && Objects.equals(all.get((int) good.seals() - 1).hash(), good.head());
    }
}
