package clinic.anteroom.notify;

import clinic.anteroom.intake.LinkAsked;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The letters that should leave: written in the transaction of what they are about, read by who sends them. */
@ApplicationScoped
class Outbox {

    private static final int MOST_ATTEMPTS = 12;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    @PersistenceContext
    private EntityManager entities;

    /** For the container's proxy. */
    protected Outbox() {
    }

    Outbox(EntityManager entities) {
        this.entities = entities;
    }

    void on(@Observes LinkAsked asked) {
        entities.createNativeQuery("""
                insert into communication (id, kind, link_id, recipient, reference, created_at, due_at, language)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, NewId.next()).setParameter(2, asked.purpose().name()).setParameter(3, asked.linkId())
                .setParameter(4, asked.email()).setParameter(5, asked.reference())
                .setParameter(6, asked.askedAt().atOffset(ZoneOffset.UTC)).setParameter(7, asked.dueAt().atOffset(ZoneOffset.UTC))
                .setParameter(8, asked.language().code())
                .executeUpdate();
    }

    /**
     * A letter to a patient, once for each visit, kind, channel and {@code concerning}; one that was stopped before it left is queued again.
     *
     * @param appointmentId the visit it is about; null for none
     * @param aboutId       invitation, message, offer or code; null for none
     */
    void put(LetterKind kind, Channel channel, String recipient, UUID patientId, UUID appointmentId, UUID aboutId, String concerning, Instant now, Instant due) {
        entities.createNativeQuery("""
                insert into communication (id, kind, channel, recipient, patient_id, appointment_id, about_id, concerning, created_at, due_at)
                values (?1, ?2, ?3, ?4, ?5, cast(?6 as uuid), cast(?7 as uuid), ?8, ?9, ?10)
                on conflict (appointment_id, kind, channel, concerning) where appointment_id is not null
                do update set status = 'PREPARATION', recipient = excluded.recipient, created_at = excluded.created_at, due_at = excluded.due_at, failure = null
                where communication.status = 'STOPPED' and communication.attempts = 0 and communication.failure is distinct from ?11""")
                .setParameter(1, NewId.next()).setParameter(2, kind.name()).setParameter(3, channel.name()).setParameter(4, recipient)
                .setParameter(5, patientId).setParameter(6, text(appointmentId)).setParameter(7, text(aboutId)).setParameter(8, concerning)
                .setParameter(9, now.atOffset(ZoneOffset.UTC)).setParameter(10, due.atOffset(ZoneOffset.UTC))
                .setParameter(11, LetterState.BOUNCED).executeUpdate();
    }

    /** A letter to somebody who works here; it is about this and leaves at once. */
    void putToStaff(LetterKind kind, String recipient, UUID aboutId, Instant now) {
        entities.createNativeQuery("insert into communication (id, kind, channel, recipient, about_id, concerning, created_at, due_at) values (?1, ?2, 'EMAIL', ?3, ?4, ?5, ?6, ?6)")
                .setParameter(1, NewId.next()).setParameter(2, kind.name()).setParameter(3, recipient).setParameter(4, aboutId).setParameter(5, now.toString())
                .setParameter(6, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Letters about this visit that have not left, stay. A letter that is leaving now is waited for. */
    void stop(UUID appointmentId, List<LetterKind> kinds, String why) {
        for (LetterKind kind : kinds) {
            entities.createNativeQuery("""
                    update communication set status = 'STOPPED', failure = ?3 where appointment_id = cast(?1 as uuid) and kind = ?2 and status = 'PREPARATION'""")
                    .setParameter(1, appointmentId.toString()).setParameter(2, kind.name()).setParameter(3, why).executeUpdate();
        }
    }

    /** Whether the patient was told of this visit by a letter that left. */
    boolean isTold(UUID appointmentId) {
        return !entities.createNativeQuery("""
                select 1 from communication c where c.status = 'COMPLETED' and c.kind in ('CONFIRMATION', 'CHANGE', 'REMINDER')
                  and (c.appointment_id = cast(?1 as uuid) or c.appointment_id in (
                      select other.appointment_id from visit_group_member mine join visit_group_member other on other.group_id = mine.group_id
                      where mine.appointment_id = cast(?1 as uuid)))""")
                .setParameter(1, appointmentId.toString()).getResultList().isEmpty();
    }

    /** Whether the last letter that left about this visit said exactly when it is now. */
    boolean isSaid(UUID appointmentId) {
        return entities.createNativeQuery("""
                select c.kind <> 'CANCELLATION' and c.said_start = a.starts_at and c.said_end = a.ends_at from communication c join appointment a on a.id = c.appointment_id
                where a.id = cast(?1 as uuid) and c.status = 'COMPLETED' and c.kind in ('CONFIRMATION', 'CHANGE', 'REMINDER', 'CANCELLATION')
                order by c.sent_at desc, c.id desc limit 1""")
                .setParameter(1, appointmentId.toString()).getResultStream().anyMatch(Boolean.TRUE::equals);
    }

    /** When the visit begins now. */
    Instant startOf(UUID appointmentId) {
        return Rows.instant(entities.createNativeQuery("select starts_at from appointment where id = cast(?1 as uuid)")
                .setParameter(1, appointmentId.toString()).getSingleResult());
    }

    /** The next one that is due, locked until the transaction ends; another node takes another one. */
    Optional<Communication> next(Instant now) {
        return Rows.of(entities.createNativeQuery("""
                select id, kind, channel, link_id, patient_id, appointment_id, about_id, concerning, recipient, reference, language, attempts from communication
                where status = 'PREPARATION' and due_at <= ?1 order by due_at, id limit 1 for update skip locked""")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))).stream()
                .map(row -> new Communication(Rows.id(row[0]), LetterKind.valueOf((String) row[1]), Channel.valueOf((String) row[2]), Rows.id(row[3]),
                        Rows.id(row[4]), Rows.id(row[5]), Rows.id(row[6]), (String) row[7], (String) row[8], (String) row[9], (String) row[10], Rows.number(row[11]))).findFirst();
    }

    void sent(UUID id, Instant now) {
        entities.createNativeQuery("""
                update communication set status = 'COMPLETED', sent_at = ?2, attempts = attempts + 1, failure = null,
                       said_start = (select a.starts_at from appointment a where a.id = appointment_id),
                       said_end = (select a.ends_at from appointment a where a.id = appointment_id) where id = ?1""")
                .setParameter(1, id).setParameter(2, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Nothing to send any more: what it was about is gone or not true. */
    void pointless(UUID id, String why) {
        entities.createNativeQuery("update communication set status = 'STOPPED', failure = ?2 where id = ?1")
                .setParameter(1, id).setParameter(2, why).executeUpdate();
    }

    /** It may not leave before. */
    void postpone(UUID id, Instant until) {
        entities.createNativeQuery("update communication set due_at = ?2 where id = ?1")
                .setParameter(1, id).setParameter(2, until.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Tries again later, each time after twice as long; gives up after twelve times, which is about a day. */
    void failed(Communication mail, String why, Instant now) {
        boolean givenUp = mail.attempts() + 1 >= MOST_ATTEMPTS;
        entities.createNativeQuery("""
                update communication set attempts = attempts + 1, failure = ?2, due_at = ?3, status = ?4 where id = ?1""")
                .setParameter(1, mail.id()).setParameter(2, why)
                .setParameter(3, now.plus(waitAfter(mail.attempts())).atOffset(ZoneOffset.UTC))
                .setParameter(4, givenUp ? "STOPPED" : "PREPARATION").executeUpdate();
    }

    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
