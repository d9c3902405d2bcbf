package clinic.anteroom.scheduling;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/** Who may pick which kind of visit where nobody has to order it: newcomers, who was here before, and from which age on. */
@ApplicationScoped
class SelfPicks {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClinicTime time;

    /** What stands against this patient picking this kind of visit; null for nothing. */
    SelfVisit.Blocked against(UUID patientId, String visitType) {
        Object[] row = Rows.of(entities.createNativeQuery("""
                        select v.self_for, v.self_min_age, p.birth_date,
                               exists (select from appointment a where a.patient_id = p.id and a.status = 'FULFILLED')
                        from visit_type v, patient p where v.code = ?1 and p.id = cast(?2 as uuid)""")
                .setParameter(1, visitType).setParameter(2, patientId.toString())).get(0);
        boolean wasHere = (Boolean) row[3];
        if (age(Rows.date(row[2])) < Rows.number(row[1])) {
            return SelfVisit.Blocked.TOO_YOUNG;
        }
        return switch (VisitPolicy.Picker.valueOf((String) row[0])) {
            case EVERYBODY -> null;
            case RETURNING -> wasHere ? null : SelfVisit.Blocked.ONLY_RETURNING;
            case NEW -> wasHere ? SelfVisit.Blocked.ONLY_NEW : null;
        };
    }

    private int age(LocalDate born) {
        return Period.between(born, time.today()).getYears();
    }
}
