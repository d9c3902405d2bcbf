package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may book what, how late, how far ahead, and until when it can be changed without the phone. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class VisitPolicyService {

    private static final int TWO_WEEKS = 20160;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditService audit;

    /** Every kind of visit that is offered, by name. */
    public List<VisitPolicy> all() {
        return Rows.of(entities.createNativeQuery("""
                        select code, name, patients_may_book, notice_minutes, horizon_days, daily_cap, patients_may_change, change_notice_minutes, check_in_before, self_horizon_days, self_for, self_min_age
                        from visit_type where active order by name""")).stream()
                .map(row -> new VisitPolicy((String) row[0], (String) row[1], (Boolean) row[2], VisitPolicy.Picker.valueOf((String) row[10]),
                        Rows.number(row[11]), Rows.number(row[3]), Rows.number(row[4]), Rows.number(row[9]), number(row[5]),
                        (Boolean) row[6], Rows.number(row[7]), number(row[8]))).toList();
    }

    /** Kinds of visit that are not offered any more, code and name, by name. */
    public Map<String, String> retired() {
        Map<String, String> retired = new LinkedHashMap<>();
        Rows.of(entities.createNativeQuery("select code, name from visit_type where not active order by name")).forEach(row -> retired.put((String) row[0], (String) row[1]));
        return retired;
    }

    /** Sets it from now on; what is booked stays booked. Refuses with {@link VisitPolicyRefused} what is out of range. */
    public void change(VisitPolicy wanted) {
        List<FieldRefused> faults = new ArrayList<>();
        range(faults, "notice", wanted.noticeMinutes(), 0, TWO_WEEKS);
        range(faults, "horizon", wanted.horizonDays(), 1, 365);
        range(faults, "alone", wanted.aloneDays(), 1, Math.max(1, Math.min(365, wanted.horizonDays())));
        range(faults, "minAge", wanted.minAge(), 0, 120);
        range(faults, "cap", wanted.dailyCap() == null ? 1 : wanted.dailyCap(), 1, 500);
        range(faults, "change", wanted.changeNoticeMinutes(), 0, TWO_WEEKS);
        range(faults, "checkIn", wanted.checkInBeforeMinutes() == null ? 5 : wanted.checkInBeforeMinutes(), 5, 240);
        if (!faults.isEmpty()) {
            throw new VisitPolicyRefused(faults);
        }
        entities.createNativeQuery("""
                        update visit_type set patients_may_book = ?2, notice_minutes = ?3, horizon_days = ?4, daily_cap = cast(?5 as smallint),
                               patients_may_change = ?6, change_notice_minutes = ?7, check_in_before = cast(?8 as smallint), self_horizon_days = ?9,
                               self_for = ?10, self_min_age = ?11
                        where code = ?1""")
                .setParameter(1, wanted.code()).setParameter(2, wanted.patientsMayBook()).setParameter(3, wanted.noticeMinutes())
                .setParameter(4, wanted.horizonDays()).setParameter(5, wanted.dailyCap()).setParameter(6, wanted.patientsMayChange())
                .setParameter(7, wanted.changeNoticeMinutes()).setParameter(8, wanted.checkInBeforeMinutes()).setParameter(9, wanted.aloneDays())
                .setParameter(10, wanted.picker().name()).setParameter(11, wanted.minAge()).executeUpdate();
        audit.record(AuditedAction.UPDATE, "HealthcareService", null, null);
    }

    private static void range(List<FieldRefused> faults, String field, int number, int min, int max) {
        if (number < min || number > max) {
            faults.add(new FieldRefused(field, "refusal.answer_out_of_range", min, max, ""));
        }
    }

    private static Integer number(Object column) {
        return column == null ? null : Rows.number(column);
    }
}
