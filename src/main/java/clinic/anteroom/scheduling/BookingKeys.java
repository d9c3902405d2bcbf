package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The keys that were used in the last day, and for what. A refused attempt leaves its key unused. */
@ApplicationScoped
class BookingKeys {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    @PersistenceContext
    EntityManager entities;

    AtomicReference<Instant> forgotten = new AtomicReference<>(Instant.EPOCH);

    /**
     * Uses the key, once. A second sender waits here until the first one is through.
     *
     * @param digest        of what is asked
     * @param appointmentId the visit it is about; it may be written later in this transaction
     * @return the visit of an earlier use with the same content; empty if this is the first use
     */
    Optional<UUID> use(String key, String digest, UUID appointmentId, Instant now) {
        if (insert(key, digest, appointmentId, now)) {
            return Optional.empty();
        }
        Object[] used = row(key).orElseThrow(BookingKeyUsed::new);
        if (!digest.equals(used[0])) {
            throw new BookingKeyUsed();
        }
        return Optional.of(Rows.id(used[1]));
    }

    /** The visit the key was used for. */
    Optional<UUID> find(String key) {
        return row(key).map(row -> Rows.id(row[1]));
    }

    /** Forgets keys that were used more than a day ago, a few at a time and now and then: nobody waits for it. */
    void forgetOld(Instant now) {
        Instant last = forgotten.get();
        if (last.plus(PAUSE).isBefore(now) && forgotten.compareAndSet(last, now)) {
            forget(now.minus(KEPT));
        }
    }

    private boolean insert(String key, String digest, UUID appointmentId, Instant now) {
        return entities.createNativeQuery("""
                        insert into booking_key (key, digest, appointment_id, created_at)
                        values (?1, ?2, cast(?3 as uuid), cast(?4 as timestamptz))
                        on conflict (key) do nothing""")
                .setParameter(1, key)
                .setParameter(2, digest)
                .setParameter(3, appointmentId.toString())
                .setParameter(4, now.toString())
                .executeUpdate() == 1;
    }

    private Optional<Object[]> row(String key) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("select digest, appointment_id from booking_key where key = ?1")
                .setParameter(1, key));
        return rows.stream().findFirst();
    }

    /** Two senders never wait for each other here: rows somebody else is deleting are left to them. */
    private void forget(Instant before) {
        entities.createNativeQuery("""
                        delete from booking_key where key in (
                            select key from booking_key where created_at < cast(?1 as timestamptz)
                            limit 500 for update skip locked)""")
                .setParameter(1, before.toString())
                .executeUpdate();
    }
}
