package clinic.anteroom.notify;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what a letter is about at the moment it is written. */
@ApplicationScoped
class Facts {

    private static final String TOGETHER = """
            select a.id, a.starts_at, a.ends_at from appointment a
            where a.status = 'BOOKED' and (a.id = ?1 or a.id in (
                select other.appointment_id from visit_group_member mine join visit_group_member other on other.group_id = mine.group_id
                where mine.appointment_id = ?1))
            order by a.starts_at, a.id""";

    @PersistenceContext
    EntityManager entities;

    Optional<LetterFacts> of(UUID appointmentId) {
        List<Object[]> together = Rows.of(entities.createNativeQuery(TOGETHER).setParameter(1, appointmentId));
        boolean first = together.isEmpty() || Rows.id(together.get(0)[0]).equals(appointmentId);
        return Rows.of(entities.createNativeQuery("select status, starts_at, ends_at from appointment where id = ?1").setParameter(1, appointmentId)).stream()
                .map(row -> new LetterFacts(appointmentId, (String) row[0], Rows.instant(row[1]), Rows.instant(row[2]), first,
                        together.stream().map(each -> new LetterFacts.When(Rows.instant(each[1]), Rows.instant(each[2]))).toList())).findFirst();
    }

    /** Until when an offer stands and when its time is; empty if it is over. */
    Optional<LetterFacts.When> offer(UUID offerId, Instant now) {
        return Rows.of(entities.createNativeQuery("select starts_at, ends_at from wait_list_offer where id = ?1 and status = 'OPEN' and ends_at > cast(?2 as timestamptz)")
                        .setParameter(1, offerId).setParameter(2, now.toString())).stream()
                .map(row -> new LetterFacts.When(Rows.instant(row[0]), Rows.instant(row[1]))).findFirst();
    }

    /** Whether a text reminds this patient, or will, of a booked visit that begins between these moments, the later one not included. */
    boolean isTextedBefore(UUID patientId, Instant from, Instant until) {
        return !entities.createNativeQuery("""
                        select 1 from communication c join appointment a on a.id = c.appointment_id
                        where c.patient_id = ?1 and c.kind = 'REMINDER' and c.channel = 'SMS' and c.status in ('PREPARATION', 'COMPLETED') and a.status = 'BOOKED'
                          and a.starts_at >= cast(?2 as timestamptz) and a.starts_at < cast(?3 as timestamptz)""")
                .setParameter(1, patientId).setParameter(2, from.toString()).setParameter(3, until.toString()).getResultList().isEmpty();
    }

    /** Whether a message still waits to be read. */
    boolean isUnread(UUID messageId) {
        return !entities.createNativeQuery("select 1 from visit_message where id = ?1 and read_at is null").setParameter(1, messageId).getResultList().isEmpty();
    }

    /** The building. */
    String place() {
        List<?> names = entities.createNativeQuery("""
                select l.name from location l where l.part_of is null
                order by (select count(*) from location room where room.part_of = l.id) desc, l.name limit 1""").getResultList();
        return names.isEmpty() ? "" : (String) names.get(0);
    }

    /** The language of who gets a letter, now: what a patient has told since counts. */
    String language(Communication mail) {
        List<?> told = mail.patientId() == null ? List.of()
                : entities.createNativeQuery("select language from patient where id = ?1 and language is not null").setParameter(1, mail.patientId()).getResultList();
        return told.isEmpty() ? mail.language() : (String) told.get(0);
    }

    /** The clinic's own words for a kind of letter, if it has any. */
    Optional<LetterTemplate> template(LetterKind kind, String language) {
        return Rows.of(entities.createNativeQuery("select subject, body from letter_template where kind = ?1 and language = ?2")
                        .setParameter(1, kind.name()).setParameter(2, language)).stream()
                .map(row -> new LetterTemplate((String) row[0], (String) row[1])).findFirst();
    }
}
