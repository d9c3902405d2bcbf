package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What patients said about their visits, for desk and doctors. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
public class PatientSaidService {

    private static final String SAID = """
            select coalesce(n.interpreter, false), n.language, coalesce(n.companion, false), coalesce(n.wheelchair, false), coalesce(n.help, false), n.words,
                   (select count(*) from preparation_tick t where t.appointment_id = a.id), s.still_true, s.words, s.said_at, a.patient_id
            from appointment a left join visit_need n on n.appointment_id = a.id
            left join lateral (select still_true, words, said_at from safety_confirmation c where c.appointment_id = a.id order by c.said_at desc, c.id desc limit 1) s on true
            where a.id = ?1""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    VisitAnswers answers;

    @Inject
    VisitNotes notes;

    @Inject
    AuditService audit;

    /** What was said about this visit; null for an id that names none. */
    public PatientSaid about(UUID appointmentId) {
        return Rows.of(entities.createNativeQuery(SAID).setParameter(1, appointmentId)).stream().findFirst().map(row -> {
            audit.record(AuditedAction.VIEW, "Appointment", appointmentId, Rows.id(row[10]));
            BookingWish wish = new BookingWish((Boolean) row[0], (String) row[1], (Boolean) row[2], (Boolean) row[3], (Boolean) row[4], (String) row[5], null, Map.of());
            return new PatientSaid(wish, Rows.number(row[6]), (Boolean) row[7], (String) row[8], Rows.instant(row[9]));
        }).orElse(null);
    }

    /**
     * What is asked about each of these visits and what was answered; an empty list for a visit of a kind without questions, and none for one that
     * is not there. Each look is logged.
     */
    public Map<UUID, List<VisitAnswer>> answers(Collection<UUID> appointmentIds) {
        Map<UUID, List<VisitAnswer>> found = answers.of(appointmentIds);
        List<UUID> telling = found.entrySet().stream().filter(one -> !one.getValue().isEmpty()).map(Map.Entry::getKey).toList();
        if (!telling.isEmpty()) {
            audit.viewed("Appointment", notes.prepared(telling).stream().collect(Collectors.toMap(Prepared::appointmentId, Prepared::patientId)));
        }
        return found;
    }
}
