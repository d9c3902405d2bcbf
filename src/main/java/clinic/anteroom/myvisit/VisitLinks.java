package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Links by mail. */
@ApplicationScoped
class VisitLinks {

    static final int MOST_TRIES = 5;

    private static final String FOUND = """
            select l.id, l.purpose, l.patient_id, l.appointment_id, l.made_at, l.expires_at, l.wrong_tries, l.used_at, p.birth_date,
                   a.status, a.starts_at, a.ends_at,
                   coalesce(a.starts_at <> l.starts_at, false)
            from visit_link l join patient p on p.id = l.patient_id left join appointment a on a.id = l.appointment_id
            where l.secret_hash = ?1""";

    @PersistenceContext
    EntityManager entities;

    /** A link with everything that decides whether it opens. */
    record Found(UUID id, VisitLinkPurpose purpose, UUID patientId, UUID appointmentId, Instant expiresAt, int wrongTries, Instant usedAt,
                 LocalDate birthDate, AppointmentStatus status, Instant start, Instant end, boolean movedSince) {

        VisitLink.State state(Instant now) {
            if (usedAt != null) {
                return VisitLink.State.USED;
            }
            return wrongTries >= MOST_TRIES || !now.isBefore(expiresAt) ? VisitLink.State.EXPIRED : VisitLink.State.ALIVE;
        }
    }

    void add(String secret, VisitLinkPurpose purpose, UUID patientId, UUID appointmentId, Instant now, Instant expires) {
        entities.createNativeQuery("""
                        insert into visit_link (id, purpose, patient_id, appointment_id, starts_at, secret_hash, made_at, expires_at)
                        values (cast(?1 as uuid), ?2, cast(?3 as uuid), cast(?4 as uuid), (select starts_at from appointment where id = cast(?4 as uuid)),
                                ?5, cast(?6 as timestamptz), cast(?7 as timestamptz))""")
                .setParameter(1, NewId.next().toString()).setParameter(2, purpose.name()).setParameter(3, patientId.toString())
                .setParameter(4, appointmentId == null ? null : appointmentId.toString()).setParameter(5, Sha256.of(secret))
                .setParameter(6, now.toString()).setParameter(7, expires.toString()).executeUpdate();
    }

    Optional<Found> find(String secret) {
        return read(FOUND, secret);
    }

    /** Locked until the transaction ends: of two who use a link at once one comes too late. */
    Optional<Found> findForUse(String secret) {
        return read(FOUND + " for update of l", secret);
    }

    private Optional<Found> read(String query, String secret) {
        return Rows.of(entities.createNativeQuery(query).setParameter(1, Sha256.of(secret))).stream().findFirst()
                .map(row -> new Found(Rows.id(row[0]), VisitLinkPurpose.valueOf((String) row[1]), Rows.id(row[2]), Rows.id(row[3]),
                        Rows.instant(row[5]), Rows.number(row[6]), Rows.instant(row[7]), Rows.date(row[8]),
                        row[9] == null ? null : AppointmentStatus.valueOf((String) row[9]), Rows.instant(row[10]), Rows.instant(row[11]), (Boolean) row[12]));
    }

    void used(UUID id, Instant now) {
        entities.createNativeQuery("update visit_link set used_at = cast(?2 as timestamptz) where id = cast(?1 as uuid)")
                .setParameter(1, id.toString()).setParameter(2, now.toString()).executeUpdate();
    }

    void wrong(UUID id) {
        entities.createNativeQuery("update visit_link set wrong_tries = least(wrong_tries + 1, 5) where id = cast(?1 as uuid)")
                .setParameter(1, id.toString()).executeUpdate();
    }
}
