package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Links with which patients book. */
@ApplicationScoped
class Invitations {

    /** An invitation as it is kept; {@code orderId}, {@code person} and {@code appointmentId} may be null. */
    record Kept(UUID id, UUID patientId, String visitType, UUID orderId, UUID person, Instant endsAt, UUID appointmentId) {
    }

    /** What a self-booked visit was created by. */
    static final String PATIENT = "PATIENT";

    private static final String KEPT = """
            select id, patient_id, visit_type, service_request_id, person_id, ends_at, appointment_id
            from booking_invitation where key_hash = ?1""";

    @PersistenceContext
    EntityManager entities;

    void add(Kept invitation, String secret, String by, Instant now) {
        Jdbc.of(entities).update("""
                        insert into booking_invitation (id, key_hash, patient_id, visit_type, service_request_id, person_id, invited_by, created_at, ends_at)
                        values (cast(? as uuid), ?, cast(? as uuid), ?, cast(? as uuid), cast(? as uuid), ?, cast(? as timestamptz), cast(? as timestamptz))""",
                invitation.id(), Sha256.of(secret), invitation.patientId(), invitation.visitType(), invitation.orderId(), invitation.person(), by, now,
                invitation.endsAt());
    }

    /** What the link stands for; empty for a secret that was never told. */
    Optional<Kept> find(String secret) {
        return read(KEPT, secret);
    }

    /** The same, locked: a link works once, and whoever uses it a second time waits here. */
    Optional<Kept> lock(String secret) {
        return read(KEPT + " for update", secret);
    }

    /** The link led to this visit. */
    void use(UUID invitationId, UUID appointmentId) {
        Jdbc.of(entities).update("update booking_invitation set appointment_id = cast(? as uuid) where id = cast(? as uuid)", appointmentId, invitationId);
    }

    /** How many live visits to come this patient booked without the desk; holds do not count. */
    int selfBooked(UUID patientId, Instant now) {
        return Rows.number(Jdbc.of(entities).rows("""
                        select count(*) from appointment
                        where patient_id = cast(? as uuid) and created_by = 'PATIENT' and live and expires_at is null
                          and starts_at > cast(? as timestamptz)""", patientId, now).get(0)[0]);
    }

    /** One patient counts, books and counts again, one request after the other. */
    void oneAtATime(UUID patientId) {
        Jdbc.of(entities).rows("select pg_advisory_xact_lock(hashtextextended('SELF ' || ?, 0))", patientId);
    }

    private Optional<Kept> read(String query, String secret) {
        return Rows.of(entities.createNativeQuery(query).setParameter(1, Sha256.of(secret))).stream().findFirst()
                .map(row -> new Kept(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.id(row[3]), Rows.id(row[4]), Rows.instant(row[5]), Rows.id(row[6])));
    }
}
