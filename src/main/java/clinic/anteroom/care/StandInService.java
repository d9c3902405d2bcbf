package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.access.SignedIn;
import clinic.anteroom.access.StaffService;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * Who stands in for a doctor. While the doctor is away, the doctor's cases are among the cases of everybody who stands in, and one of them, the
 * first, is named beside the doctor.
 */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class StandInService {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private StaffService staff;

    @Inject
    private AuditService audit;

    @Resource
    private SessionContext session;

    /** Accounts of those who stand in for the caller, the first one first. */
    public List<String> mine() {
        List<?> accounts = entities.createNativeQuery("select stand_in from stand_in where doctor = ?1 order by not first, stand_in").setParameter(1, me()).getResultList();
        return accounts.stream().map(String.class::cast).toList();
    }

    /** For whom the caller stands in at this moment, by account. */
    public List<StandingIn> now() {
        return Rows.of(entities.createNativeQuery("select doctor, stand_in, until from standing_in where stand_in = ?1 order by doctor").setParameter(1, me())).stream()
                .map(StandInService::standing).toList();
    }

    /** Who stands in first for a doctor who is away; empty if the doctor is here, or has named nobody. */
    public Optional<StandingIn> of(String doctor) {
        return Rows.of(entities.createNativeQuery("select doctor, stand_in, until from standing_in where doctor = ?1 and first").setParameter(1, doctor)).stream()
                .map(StandInService::standing).findFirst();
    }

    /**
     * Names those who stand in for the caller, in the place of who did before.
     *
     * @param accounts other doctors; empty for nobody
     * @param first    one of them; empty or null for the first of the list
     * @throws DecisionRefused if somebody is no other doctor (field {@code standIns}), or the first is not among them (field {@code first})
     */
    public void choose(List<String> accounts, String first) {
        List<String> others = staff.doctors().stream().map(SignedIn::username).filter(one -> !one.equals(me())).toList();
        if (!others.containsAll(accounts)) {
            throw new DecisionRefused("standIns", "refusal.stand_in_unknown");
        }
        boolean named = first != null && !first.isEmpty();
        if (named && !accounts.contains(first)) {
            throw new DecisionRefused("first", "refusal.stand_in_first");
        }
        entities.createNativeQuery("delete from stand_in where doctor = ?1").setParameter(1, me()).executeUpdate();
        accounts.stream().distinct().forEach(one -> entities.createNativeQuery("insert into stand_in (doctor, stand_in, first) values (?1, ?2, ?3)")
                .setParameter(1, me()).setParameter(2, one).setParameter(3, one.equals(named ? first : accounts.get(0))).executeUpdate());
        audit.record(AuditedAction.UPDATE, "PractitionerRole", null, null);
    }

    private static StandingIn standing(Object[] row) {
        return new StandingIn((String) row[0], (String) row[1], Rows.instant(row[2]));
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
