package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * People a patient cares for, and people who act for the patient. A right to act is part of the key, so every request says
 * for whom it is; it is looked up each time, so what has ended opens nothing any more.
 */
@Stateless
@PermitAll // The key of the session is the proof.
public class CarerService {

    private static final String ENTITY = "RelatedPerson";
    private static final int LONGEST_NAME = 100;

    @Inject
    Sessions sessions;

    @Inject
    Proofs proofs;

    @Inject
    Authorities authorities;

    @Inject
    PatientTasks tasks;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /**
     * Whose visits a key opens.
     *
     * @param name       never null
     * @param acting     whether somebody else's
     * @param everything whether more than visits
     */
    public record Whose(String name, boolean acting, boolean everything) {
    }

    /** Whose visits are shown. Refuses with {@link SessionEnded}. */
    public Whose whose(String key) {
        Proofs.Proof proof = proofs.of(key);
        return new Whose(sessions.name(proof.patientId()), proof.isActing(), proof.everything());
    }

    /**
     * Whose whole record the person with this browser may read: their own, or that of somebody for whom they may do everything. Refuses
     * with {@link SessionEnded} and {@link AuthorityRefused}.
     */
    public UUID recordOf(String key) {
        Proofs.Proof proof = proofs.of(key);
        if (!proof.everything()) {
            throw AuthorityRefused.notAllowed();
        }
        return proof.patientId();
    }

    /** For whom the person with this browser acts, has acted or wants to act. */
    public List<Authority> mine(String key) {
        return shown(holder(key), authorities.by(holder(key), time.now()));
    }

    /** Who acts, or has acted, for the person with this browser. */
    public List<Authority> forMe(String key) {
        return shown(holder(key), authorities.about(holder(key), time.now()));
    }

    /**
     * Asks to act for somebody; the desk looks at it. What is answered is the same for who is known here and who is not.
     * Refuses with {@link WordsRefused} (fields {@code given}, {@code family}, {@code born}).
     */
    public void ask(String key, String given, String family, LocalDate birthDate, Authority.Relation relation) {
        UUID carer = holder(key);
        String first = WordsRefused.checked("given", given, LONGEST_NAME, true);
        String last = WordsRefused.checked("family", family, LONGEST_NAME, true);
        if (birthDate == null || birthDate.isAfter(time.today())) {
            throw WordsRefused.of("born", "refusal.date_not_possible");
        }
        UUID id = authorities.ask(carer, first, last, birthDate, relation == null ? Authority.Relation.CARER : relation, time.now());
        if (id != null) {
            tasks.raise(PatientTask.Kind.CARER, carer, null, id, false, time.now());
            audit.record(AuditedAction.CREATE, ENTITY, id, carer);
        }
    }

    /** The key that opens the visits of the person this right is about. Refuses with {@link AuthorityRefused}. */
    public String actFor(String key, UUID authorityId) {
        UUID carer = holder(key);
        Authority right = authorities.usable(authorityId, carer, time.now()).orElseThrow(AuthorityRefused::notAllowed);
        String acting = Sessions.own(key) + Sessions.FOR + right.id();
        proofs.of(acting);
        audit.record(AuditedAction.VIEW, ENTITY, right.id(), right.patientId());
        return acting;
    }

    /** Gives back a right, or takes back a right that somebody has over oneself; the other's is not there. */
    public void end(String key, UUID authorityId) {
        UUID me = holder(key);
        Authority right = authorities.forChange(authorityId, time.now()).filter(found -> me.equals(found.carerId()) || me.equals(found.patientId()))
                .orElseThrow(AuthorityRefused::notAllowed);
        authorities.end(right, me.equals(right.carerId()) ? "CARER" : "PATIENT", time.now());
        audit.record(AuditedAction.UPDATE, ENTITY, right.id(), right.patientId() == null ? me : right.patientId());
    }

    private List<Authority> shown(UUID me, List<Authority> rights) {
        rights.forEach(right -> audit.record(AuditedAction.VIEW, ENTITY, right.id(), right.patientId() == null ? me : right.patientId()));
        return rights;
    }

    /** Who signed in, whoever it is for. */
    private UUID holder(String key) {
        return proofs.of(Sessions.own(key)).patientId();
    }
}
