package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** The desk gives the right to act for a patient to who has proved it, for some things and for a time, and takes it back. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class AuthorityService {

    /** From this birthday on a patient decides alone who helps. A setting of the house; the law of Ontario asks whether somebody is capable, and names no age. */
    static final int DECIDES_AT = 16;

    /** Who acts is of age. */
    static final int OF_AGE = 18;

    private static final String ENTITY = "RelatedPerson";

    @Inject
    Authorities authorities;

    @Inject
    PatientTasks tasks;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** Somebody whom a request could be about. */
    public record Candidate(UUID id, String name) {
    }

    /** What nobody has looked at yet, the longest wait first; each look is logged. */
    public List<Authority> requested() {
        List<Authority> all = authorities.requested(time.now());
        all.forEach(one -> audit.record(AuditedAction.VIEW, ENTITY, one.id(), one.carerId()));
        return all;
    }

    /** Who acts or has acted for a patient. */
    public List<Authority> about(UUID patientId) {
        audit.record(AuditedAction.VIEW, ENTITY, null, patientId);
        return authorities.about(patientId, time.now());
    }

    /** Patients born on the day that was named, those of the name first. */
    public List<Candidate> candidates(Authority asked) {
        String family = asked.patientName().substring(asked.patientName().lastIndexOf(' ') + 1);
        List<Candidate> found = authorities.bornOn(asked.birthDate(), family).stream().map(row -> new Candidate(Rows.id(row[0]), (String) row[1])).toList();
        found.forEach(one -> audit.record(AuditedAction.VIEW, "Patient", one.id(), one.id()));
        return found;
    }

    /** When the right would end at the latest: a child's on the sixteenth birthday, everybody else's after a year. */
    public Instant latestEnd(LocalDate birthDate) {
        LocalDate birthday = birthDate.plusYears(DECIDES_AT);
        LocalDate last = time.today().isBefore(birthday) ? birthday : time.today().plusYears(1);
        return time.instantOf(last, LocalTime.MIDNIGHT).orElseThrow();
    }

    /**
     * Gives the right.
     *
     * @param lastDay the last day on which it can be used; null for as long as it may last
     * @throws AuthorityRefused if it may not be given, or not like this
     */
    public void give(UUID authorityId, UUID patientId, Authority.Proof proof, Authority.Scope scope, LocalDate lastDay) {
        Authority asked = authorities.forChange(authorityId, time.now()).filter(Authority::isRequested).orElseThrow(AuthorityRefused::notAllowed);
        LocalDate born = authorities.birthDate(patientId).orElseThrow(AuthorityRefused::notAllowed);
        if (authorities.birthDate(asked.carerId()).orElseThrow().plusYears(OF_AGE).isAfter(time.today())) {
            throw AuthorityRefused.tooYoung(OF_AGE);
        }
        boolean child = born.plusYears(DECIDES_AT).isAfter(time.today());
        if (!child && asked.relation() != Authority.Relation.CARER) {
            throw AuthorityRefused.oldEnough(DECIDES_AT);
        }
        boolean fits = switch (asked.relation()) {
            case PARENT -> proof == Authority.Proof.BIRTH_CERTIFICATE || proof == Authority.Proof.COURT_ORDER;
            case GUARDIAN -> proof == Authority.Proof.COURT_ORDER;
            case CARER -> proof == Authority.Proof.COURT_ORDER || !child && proof == Authority.Proof.OWN_WORD;
        };
        if (!fits || scope == null || patientId.equals(asked.carerId())) {
            throw AuthorityRefused.badProof();
        }
        Instant latest = latestEnd(born);
        Instant end = lastDay == null ? latest : time.instantOf(lastDay.plusDays(1), LocalTime.MIDNIGHT).orElseThrow();
        if (!end.isAfter(time.now()) || end.isAfter(latest)) {
            throw AuthorityRefused.badEnd();
        }
        authorities.give(asked, patientId, proof, scope, end, caller(), time.now());
        tasks.settle(asked.id(), caller(), time.now());
        audit.record(AuditedAction.CREATE, ENTITY, asked.id(), patientId);
    }

    /** Says no to a request, or takes back what was given. */
    public void end(UUID authorityId) {
        Authority right = authorities.forChange(authorityId, time.now()).orElseThrow(AuthorityRefused::notAllowed);
        authorities.end(right, "CLINIC", time.now());
        tasks.settle(right.id(), caller(), time.now());
        audit.record(AuditedAction.UPDATE, ENTITY, right.id(), right.patientId() == null ? right.carerId() : right.patientId());
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }
}
