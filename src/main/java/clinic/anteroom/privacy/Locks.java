package clinic.anteroom.privacy;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Locks, and who looked behind them. That a lock holds is the database's doing (migration 261). */
@ApplicationScoped
class Locks {

    private static final String ITEMS = """
            select 'FORM', f.id, f.completed_at as at, f.questionnaire from questionnaire_response f where f.patient_id = ?1 and f.completed_at is not null
            union all select 'ORDER', s.id, s.authored_on, s.code from service_request s where s.patient_id = ?1
            union all select 'VISIT', a.id, a.starts_at, a.visit_type from appointment a where a.patient_id = ?1 and a.expires_at is null
            union all select 'NOTE', n.id, n.written_at, null from intake_note n join questionnaire_response f on f.id = n.response_id where f.patient_id = ?1
            order by 3 desc""";

    @PersistenceContext
    EntityManager entities;

    /** Those of a record, the newest first, ended ones too. */
    List<Lock> of(UUID patientId) {
        return Rows.of(entities.createNativeQuery("select l.id, l.patient_id, l.item_kind, l.against, l.whom, l.wording, l.written_by, l.written_at, l.ended_at, "
                        + "coalesce(f.questionnaire, s.code, a.visit_type, '') from consent_lock l left join questionnaire_response f on f.id = l.item_id "
                        + "left join service_request s on s.id = l.item_id left join appointment a on a.id = l.item_id "
                        + "where l.patient_id = ?1 order by l.written_at desc, l.id").setParameter(1, patientId)).stream()
                .map(row -> new Lock(Rows.id(row[0]), Rows.id(row[1]), row[2] == null ? null : Lock.Item.valueOf((String) row[2]), (String) row[9],
                        Lock.Against.valueOf((String) row[3]), (String) row[4], (String) row[5], (String) row[6], Rows.instant(row[7]), Rows.instant(row[8]))).toList();
    }

    /** What can be locked alone in a record, the newest first. */
    List<Lockable> items(UUID patientId) {
        return Rows.of(entities.createNativeQuery(ITEMS).setParameter(1, patientId)).stream()
                .map(row -> new Lockable(Lock.Item.valueOf((String) row[0]), Rows.id(row[1]), Rows.instant(row[2]), (String) row[3])).toList();
    }

    UUID add(UUID patientId, Lockable item, Lock.Against against, String whom, String wording, String by, Instant now) {
        UUID id = NewId.next();
        entities.createNativeQuery("insert into consent_lock (id, patient_id, item_kind, item_id, against, whom, wording, written_by, written_at) "
                        + "values (?1, ?2, ?3, cast(?4 as uuid), ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, id).setParameter(2, patientId).setParameter(3, item == null ? null : item.item().name())
                .setParameter(4, item == null ? null : item.id().toString()).setParameter(5, against.name()).setParameter(6, whom).setParameter(7, wording)
                .setParameter(8, by).setParameter(9, now.atOffset(ZoneOffset.UTC)).executeUpdate();
        return id;
    }

    /** Ends a lock of this record; false if there is none that holds. */
    boolean end(UUID patientId, UUID lockId, String by, Instant now) {
        return entities.createNativeQuery("update consent_lock set ended_by = ?3, ended_at = ?4 where id = ?2 and patient_id = ?1 and ended_at is null")
                .setParameter(1, patientId).setParameter(2, lockId).setParameter(3, by).setParameter(4, now.atOffset(ZoneOffset.UTC)).executeUpdate() == 1;
    }

    /** In how many records something is locked for whoever asks. */
    int againstMe() {
        return Rows.number(entities.createNativeQuery("select count(distinct patient_id) from locks_on_me()").getSingleResult());
    }

    /** The patient called like this, if something in their record is locked for whoever asks. */
    Optional<UUID> lockedPatient(String given, String family, LocalDate birthDate) {
        return Rows.ids(entities.createNativeQuery("select p.id from patient p where lower(p.given_name) = lower(?1) and lower(p.family_name) = lower(?2) "
                        + "and p.birth_date = cast(?3 as date) and p.id in (select patient_id from locks_on_me()) order by p.id")
                .setParameter(1, given).setParameter(2, family).setParameter(3, birthDate.toString())).stream().findFirst();
    }

    UUID smash(UUID patientId, String agent, String reason, Instant now, Duration length) {
        UUID id = NewId.next();
        entities.createNativeQuery("insert into glass_break (id, patient_id, agent, reason, broken_at, ends_at) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, id).setParameter(2, patientId).setParameter(3, agent).setParameter(4, reason)
                .setParameter(5, now.atOffset(ZoneOffset.UTC)).setParameter(6, now.plus(length).atOffset(ZoneOffset.UTC)).executeUpdate();
        return id;
    }

    /** Who looked behind locks, unread ones first, then the newest. */
    List<BrokenGlass> broken(int atMost) {
        return Rows.of(entities.createNativeQuery("select b.id, b.patient_id, p.given_name || ' ' || p.family_name, b.agent, b.reason, b.broken_at, b.ends_at, b.seen_at "
                        + "from glass_break b join patient p on p.id = b.patient_id order by b.seen_at is null desc, b.broken_at desc").setMaxResults(atMost)).stream()
                .map(row -> new BrokenGlass(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], (String) row[3], (String) row[4], Rows.instant(row[5]),
                        Rows.instant(row[6]), Rows.instant(row[7]))).toList();
    }

    int unread() {
        return Rows.number(entities.createNativeQuery("select count(*) from glass_break where seen_at is null").getSingleResult());
    }

    void seen(UUID id, String by, Instant now) {
        entities.createNativeQuery("update glass_break set seen_by = ?2, seen_at = ?3 where id = ?1 and seen_at is null").setParameter(1, id).setParameter(2, by)
                .setParameter(3, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }
}
