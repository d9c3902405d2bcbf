package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code booking_right}. */
@ApplicationScoped
class Invitations {

    /** As long as orders commonly wait; the link in the letter lives shorter, a code opens it as well. */
    static final Duration LIFE = Duration.ofDays(28);

    private static final String COLUMNS = "select id, patient_id, review, invited_at, ends_at, invited_by, status, ends_at > cast(?2 as timestamptz) from booking_right where ";

    @PersistenceContext
    EntityManager entities;

    /** One open invitation a patient: the new one replaces the old one. */
    UUID add(UUID patientId, String review, String by, Instant now) {
        close(patientId, "WITHDRAWN");
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into booking_right (id, patient_id, review, invited_by, invited_at, ends_at, status)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, cast(?5 as timestamptz), cast(?6 as timestamptz), 'OPEN')""")
                .setParameter(1, id.toString()).setParameter(2, patientId.toString()).setParameter(3, review).setParameter(4, by)
                .setParameter(5, now.toString()).setParameter(6, now.plus(LIFE).toString()).executeUpdate();
        return id;
    }

    void close(UUID patientId, String status) {
        entities.createNativeQuery("update booking_right set status = ?2 where patient_id = cast(?1 as uuid) and status = 'OPEN'")
                .setParameter(1, patientId.toString()).setParameter(2, status).executeUpdate();
    }

    /** The newest one of a patient, whatever became of it. */
    Optional<Invitation> newest(UUID patientId, Instant now) {
        return Rows.of(entities.createNativeQuery(COLUMNS + "patient_id = cast(?1 as uuid) order by invited_at desc, id desc limit 1")
                        .setParameter(1, patientId.toString()).setParameter(2, now.toString())).stream().findFirst()
                .map(row -> new Invitation(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.instant(row[3]), Rows.instant(row[4]), (String) row[5],
                        "OPEN".equals(row[6]) && (Boolean) row[7]));
    }
}
