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

/** Records whose time is over, proposals to destroy them, and certificates. That none ends before its time is the database's doing (migration 340). */
@ApplicationScoped
class RecordEnds {

    /** As long as whoever proposed it waits for a second person. */
    static final Duration ALONE = Duration.ofHours(720);

    private static final String DUE = """
            select p.id, p.given_name || ' ' || p.family_name, p.birth_date, l.at
            from patient p cross join lateral (select record_last_entry(p.id) as at) l
            where p.birth_date <= cast(?1 as date) and p.created_at < ?2 and l.at < ?2 and record_time_is_over(p.id, ?3)
            order by l.at, p.id limit ?4""";

    @PersistenceContext
    EntityManager entities;

    /** The longest over first. */
    List<DueRecord> due(LocalDate bornUntil, Instant lastEntryBefore, Instant now, int atMost) {
        return Rows.of(entities.createNativeQuery(DUE).setParameter(1, bornUntil.toString()).setParameter(2, lastEntryBefore.atOffset(ZoneOffset.UTC))
                        .setParameter(3, now.atOffset(ZoneOffset.UTC)).setParameter(4, atMost)).stream()
                .map(row -> new DueRecord(Rows.id(row[0]), (String) row[1], Rows.date(row[2]), Rows.instant(row[3]))).toList();
    }

    /** Those that wait, then certificates, the newest first. */
    List<RecordEnd> all(int atMost) {
        return Rows.of(entities.createNativeQuery("select id, patient_id, last_entry, proposed_by, proposed_at, destroyed_by, destroyed_at, coalesce(rows_gone, 0) from record_end "
                        + "where withdrawn_at is null order by destroyed_at desc nulls first, proposed_at desc").setMaxResults(atMost)).stream().map(RecordEnds::end).toList();
    }

    /** What was proposed about this record and is neither withdrawn nor done; waits for others who are at it. */
    Optional<RecordEnd> waiting(UUID patientId) {
        return Rows.of(entities.createNativeQuery("select id, patient_id, last_entry, proposed_by, proposed_at, destroyed_by, destroyed_at, 0 from record_end "
                        + "where patient_id = ?1 and withdrawn_at is null and destroyed_at is null for update").setParameter(1, patientId)).stream().map(RecordEnds::end).findFirst();
    }

    boolean isOver(UUID patientId, Instant now) {
        return Boolean.TRUE.equals(entities.createNativeQuery("select coalesce((select record_time_is_over(?1, ?2)), false)").setParameter(1, patientId)
                .setParameter(2, now.atOffset(ZoneOffset.UTC)).getSingleResult());
    }

    /** Once; proposed twice it stays as it was. */
    void propose(UUID patientId, String by, Instant now) {
        entities.createNativeQuery("insert into record_end (id, patient_id, last_entry, proposed_by, proposed_at) values (?1, ?2, record_last_entry(?2), ?3, ?4) "
                        + "on conflict (patient_id) where withdrawn_at is null do nothing")
                .setParameter(1, NewId.next()).setParameter(2, patientId).setParameter(3, by).setParameter(4, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    void withdraw(UUID id, String by, Instant now) {
        entities.createNativeQuery("update record_end set withdrawn_by = ?2, withdrawn_at = ?3 where id = ?1 and withdrawn_at is null and destroyed_at is null")
                .setParameter(1, id).setParameter(2, by).setParameter(3, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Everything of this patient goes; the certificate stays. */
    void destroy(UUID patientId, String by) {
        entities.createNativeQuery("select end_record(?1, ?2)").setParameter(1, patientId).setParameter(2, by).getSingleResult();
    }

    private static RecordEnd end(Object[] row) {
        Instant proposed = Rows.instant(row[4]);
        return new RecordEnd(Rows.id(row[0]), Rows.id(row[1]), Rows.instant(row[2]), (String) row[3], proposed, proposed.plus(ALONE), (String) row[5], Rows.instant(row[6]),
                ((Number) row[7]).longValue());
    }
}
