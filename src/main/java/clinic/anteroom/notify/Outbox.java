package clinic.anteroom.notify;

import clinic.anteroom.intake.LinkAsked;
import clinic.anteroom.intake.LinkPurpose;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The mail that should leave: written in the transaction of what it is about, read by who sends it. */
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

    /** The next one that is due, locked until the transaction ends; another node takes another one. */
    Optional<Communication> next(Instant now) {
        return Rows.of(entities.createNativeQuery("""
                select id, kind, link_id, recipient, reference, language, attempts from communication
                where status = 'PREPARATION' and due_at <= ?1 order by due_at, id limit 1 for update skip locked""")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))).stream()
                .map(row -> new Communication(Rows.id(row[0]), LinkPurpose.valueOf((String) row[1]), Rows.id(row[2]),
                        (String) row[3], (String) row[4], Language.of((String) row[5]).orElseThrow(), Rows.number(row[6]))).findFirst();
    }

    void sent(UUID id, Instant now) {
        entities.createNativeQuery("update communication set status = 'COMPLETED', sent_at = ?2, attempts = attempts + 1, failure = null where id = ?1")
                .setParameter(1, id).setParameter(2, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Nothing to send any more: what it was about is gone. */
    void pointless(UUID id) {
        entities.createNativeQuery("update communication set status = 'STOPPED', failure = 'what it was about is gone' where id = ?1")
                .setParameter(1, id).executeUpdate();
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
}
