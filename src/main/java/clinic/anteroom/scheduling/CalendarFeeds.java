package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.calendar.CalendarEvent;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What calendars show: when and where, and that a clinic is meant; neither test nor doctor. */
@ApplicationScoped
class CalendarFeeds {

    private static final Duration BACK = Duration.ofDays(31);

    /** A visit that was missed or entered by mistake is no visit to a calendar; a hold is none yet. */
    private static final String EVENTS = """
            select a.id, a.version, a.starts_at, a.ends_at, a.status <> 'BOOKED' and not a.live, p.language from appointment a join patient p on p.id = a.patient_id
            where a.expires_at is null and a.cancel_reason is distinct from 'HOLD_EXPIRED' and a.cancel_reason is distinct from 'HOLD_RELEASED'
              and""";

    @PersistenceContext
    EntityManager entities;

    /** One visit; empty for an id that names none. */
    Optional<CalendarEvent> event(UUID appointmentId) {
        return list(entities.createNativeQuery(EVENTS + " a.id = cast(?1 as uuid)").setParameter(1, appointmentId.toString())).stream().findFirst();
    }

    /** A patient's visits, the earliest first. */
    List<CalendarEvent> events(UUID patientId, Instant now) {
        return list(entities.createNativeQuery(EVENTS + " a.patient_id = cast(?1 as uuid) and a.starts_at > cast(?2 as timestamptz) order by a.starts_at, a.id")
                .setParameter(1, patientId.toString())
                .setParameter(2, now.minus(BACK).toString()));
    }

    /** The patient of a visit that exists. */
    UUID patientOf(UUID appointmentId) {
        return Rows.ids(entities.createNativeQuery("select patient_id from appointment where id = cast(?1 as uuid)")
                .setParameter(1, appointmentId.toString())).get(0);
    }

    /** Name of the clinic: of the place that is part of no other. */
    String clinic() {
        List<?> names = entities.createNativeQuery("""
                select l.name from location l where l.part_of is null
                order by (select count(*) from location room where room.part_of = l.id) desc, l.name limit 1""").getResultList();
        return names.isEmpty() ? "Clinic" : (String) names.get(0);
    }

    /** Ends what is open of the patient. */
    void close(UUID patientId, Instant now) {
        entities.createNativeQuery("update calendar_feed set revoked_at = cast(?2 as timestamptz) where patient_id = cast(?1 as uuid) and revoked_at is null")
                .setParameter(1, patientId.toString())
                .setParameter(2, now.toString())
                .executeUpdate();
    }

    /** Opens one. */
    void open(UUID patientId, String keyHash, Instant now) {
        entities.createNativeQuery("insert into calendar_feed (key_hash, patient_id, created_at) values (?1, cast(?2 as uuid), cast(?3 as timestamptz))")
                .setParameter(1, keyHash)
                .setParameter(2, patientId.toString())
                .setParameter(3, now.toString())
                .executeUpdate();
    }

    /** Whether one is open. */
    boolean isOpen(UUID patientId) {
        return !entities.createNativeQuery("select 1 from calendar_feed where patient_id = cast(?1 as uuid) and revoked_at is null")
                .setParameter(1, patientId.toString()).getResultList().isEmpty();
    }

    /** Whose feed it is; empty for a secret that is wrong or has ended. */
    Optional<UUID> patientBehind(String keyHash) {
        return Rows.ids(entities.createNativeQuery("select patient_id from calendar_feed where key_hash = ?1 and revoked_at is null")
                .setParameter(1, keyHash)).stream().findFirst();
    }

    private List<CalendarEvent> list(Query query) {
        String clinic = clinic();
        return Rows.of(query).stream().map(row -> new CalendarEvent(Rows.id(row[0]), Rows.number(row[1]), Rows.range(row[2], row[3]),
                ("fr".equals(row[5]) ? "Rendez-vous \u2013 " : "Visit at ") + clinic, clinic, (Boolean) row[4])).toList();
    }
}
