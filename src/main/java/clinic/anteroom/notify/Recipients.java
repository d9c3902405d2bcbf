package clinic.anteroom.notify;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Where patients are reached. */
@ApplicationScoped
class Recipients {

    @PersistenceContext
    EntityManager entities;

    /** The patient's mail address, or without one that of who has acted for the patient longest; empty if there is none. */
    Optional<String> email(UUID patientId) {
        List<?> found = entities.createNativeQuery("""
                select coalesce(p.email, (select c.email from related_person r join patient c on c.id = r.carer_id
                    where r.patient_id = p.id and r.status = 'ACTIVE' and r.ends_at > now() and c.email is not null order by r.confirmed_at, r.id limit 1))
                from patient p where p.id = ?1""").setParameter(1, patientId).getResultList();
        return found.stream().filter(Objects::nonNull).map(String.class::cast).findFirst();
    }

    /** Every officer who has a mail address and still works here. */
    List<String> officers() {
        List<?> found = entities.createNativeQuery("select mail from staff_account where role = 'PRIVACY_OFFICER' and active and mail is not null order by mail").getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** The phone of a patient who has said yes to texts; empty without a yes. */
    Optional<String> textable(UUID patientId) {
        List<?> found = entities.createNativeQuery("""
                select p.phone from patient p join channel_consent c on c.patient_id = p.id and c.channel = 'SMS' and c.ended_at is null
                where p.id = ?1 and p.phone is not null""").setParameter(1, patientId).getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    /** How many days before a visit of this kind reminders leave, the longest first. */
    List<Integer> rungs(UUID appointmentId) {
        List<?> found = entities.createNativeQuery("""
                select r.days_before from reminder_rung r join appointment a on a.visit_type = r.visit_type where a.id = ?1 order by 1 desc""")
                .setParameter(1, appointmentId).getResultList();
        return found.stream().map(Rows::number).toList();
    }
}
