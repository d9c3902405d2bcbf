package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Codes that were asked for, for known and unknown addresses alike. */
@ApplicationScoped
class Codes {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final int MOST_TRIES = 5;

    /** Beyond so many in an hour an address gets no new code and no try counts; a link by mail still works. */
    private static final int MOST_ASKED = 5;
    private static final int MOST_WRONG = 10;

    @PersistenceContext
    EntityManager entities;

    /** A patient found by what was typed. */
    record Known(UUID patientId, String email) {
    }

    /** The patient with this address and birth date; of several the one known longest. */
    Optional<Known> known(String email, LocalDate birthDate) {
        return Rows.of(entities.createNativeQuery("""
                        select id, email from patient where lower(email) = ?1 and birth_date = cast(?2 as date) order by created_at, id limit 1""")
                        .setParameter(1, email.toLowerCase(Locale.ROOT)).setParameter(2, birthDate.toString())).stream()
                .map(row -> new Known(Rows.id(row[0]), (String) row[1])).findFirst();
    }

    /** Whether this address has asked too often, or was guessed at too often, in the last hour. */
    boolean isTooMuch(String email, Instant now) {
        Object[] row = Rows.of(entities.createNativeQuery("""
                        select count(*), coalesce(sum(wrong_tries), 0) from visit_code where address_hash = ?1 and asked_at > cast(?2 as timestamptz)""")
                .setParameter(1, address(email)).setParameter(2, now.minus(Duration.ofHours(1)).toString())).get(0);
        return Rows.number(row[0]) >= MOST_ASKED || Rows.number(row[1]) >= MOST_WRONG;
    }

    UUID add(String ticket, String email, UUID patientId, Instant now) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into visit_code (id, ticket_hash, address_hash, patient_id, asked_at, expires_at)
                        values (cast(?1 as uuid), ?2, ?3, cast(?4 as uuid), cast(?5 as timestamptz), cast(?6 as timestamptz))""")
                .setParameter(1, id.toString()).setParameter(2, Sha256.of(ticket)).setParameter(3, address(email))
                .setParameter(4, patientId == null ? null : patientId.toString())
                .setParameter(5, now.toString()).setParameter(6, now.plus(LIFE).toString()).executeUpdate();
        return id;
    }

    /** From now on this code, for ten minutes; false if it was used or asked for too long ago. */
    boolean arm(UUID id, String code, Instant now) {
        return entities.createNativeQuery("""
                        update visit_code set code_hash = ?2, expires_at = cast(?3 as timestamptz)
                        where id = cast(?1 as uuid) and used_at is null and asked_at > cast(?4 as timestamptz)""")
                .setParameter(1, id.toString()).setParameter(2, hash(id, code)).setParameter(3, now.plus(LIFE).toString())
                .setParameter(4, now.minus(LIFE).toString()).executeUpdate() == 1;
    }

    /** Uses a code up, or counts a wrong try; the patient only if it is right and in time. */
    Optional<UUID> use(String ticket, String code, Instant now) {
        Optional<Object[]> found = Rows.of(entities.createNativeQuery("""
                        select id, patient_id, code_hash from visit_code
                        where ticket_hash = ?1 and used_at is null and expires_at > cast(?2 as timestamptz) and wrong_tries < ?3 for update""")
                .setParameter(1, Sha256.of(ticket)).setParameter(2, now.toString()).setParameter(3, MOST_TRIES)).stream().findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        UUID id = Rows.id(found.get()[0]);
        boolean right = found.get()[1] != null && hash(id, code).equals(found.get()[2]);
        entities.createNativeQuery(right ? "update visit_code set used_at = cast(?2 as timestamptz) where id = cast(?1 as uuid)"
                        : "update visit_code set wrong_tries = wrong_tries + 1 where id = cast(?1 as uuid) and cast(?2 as timestamptz) is not null")
                .setParameter(1, id.toString()).setParameter(2, now.toString()).executeUpdate();
        return right ? Optional.of(Rows.id(found.get()[1])) : Optional.empty();
    }

    private static String address(String email) {
        return Sha256.of(email.toLowerCase(Locale.ROOT));
    }

    /** The id is the salt: equal codes do not look equal. */
    private static String hash(UUID id, String code) {
        return Sha256.of(id + " " + code);
    }
}
