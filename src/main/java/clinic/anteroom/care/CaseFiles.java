package clinic.anteroom.care;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What doctors keep about a case: whose it is, what was done with it, its note, who has it open. */
@ApplicationScoped
class CaseFiles {

    @PersistenceContext
    private EntityManager entities;

    /**
     * Locks a case until the transaction ends.
     *
     * @param seen the version the page showed
     * @throws CaseChanged if somebody has done something since
     * @throws CaseGone    if there is none
     */
    void expect(UUID responseId, int seen) {
        int version = lock(responseId);
        if (version != seen) {
            throw new CaseChanged(stepsAfter(responseId, seen));
        }
    }

    /** Locks a case, whatever its version. */
    int lock(UUID responseId) {
        List<?> found = entities.createNativeQuery("select version from care_case where response_id = ?1 for update")
                .setParameter(1, responseId).getResultList();
        if (found.isEmpty()) {
            throw new CaseGone();
        }
        return Rows.number(found.get(0));
    }

    /** Writes down what was done; the case gets its next version. */
    void step(UUID responseId, CaseStepTaken step) {
        entities.flush();
        entities.createNativeQuery("""
                with next as (update care_case set version = version + 1 where response_id = ?1 returning version)
                insert into care_case_step (id, response_id, version, at, who, step, test, words)
                select ?2, ?1, version, ?3, ?4, ?5, cast(?6 as text), cast(?7 as text) from next""")
                .setParameter(1, responseId).setParameter(2, NewId.next()).setParameter(3, step.at().atOffset(ZoneOffset.UTC))
                .setParameter(4, step.who()).setParameter(5, step.step().name()).setParameter(6, step.test()).setParameter(7, step.words())
                .executeUpdate();
    }

    /** What was done after a version, the oldest first; {@code -1} for all. */
    List<CaseStepTaken> stepsAfter(UUID responseId, int version) {
        return Rows.of(entities.createNativeQuery("select version, at, who, step, test, words from care_case_step "
                        + "where response_id = ?1 and version > ?2 order by version").setParameter(1, responseId).setParameter(2, version)).stream()
                .map(row -> new CaseStepTaken(Rows.number(row[0]), Rows.instant(row[1]), (String) row[2], CaseStep.valueOf((String) row[3]),
                        (String) row[4], (String) row[5])).toList();
    }

    /** @param owner null for nobody */
    void assign(UUID responseId, String owner) {
        entities.createNativeQuery("update care_case set owner = cast(?2 as text) where response_id = ?1")
                .setParameter(1, responseId).setParameter(2, owner).executeUpdate();
    }

    /** @param by null opens it again */
    void close(UUID responseId, String by, Instant at) {
        entities.createNativeQuery("update care_case set closed_by = cast(?2 as text), closed_at = case when cast(?2 as text) is null then null "
                        + "else cast(?3 as timestamptz) end where response_id = ?1")
                .setParameter(1, responseId).setParameter(2, by).setParameter(3, at.toString()).executeUpdate();
    }

    void keepNote(UUID responseId, String text, String by, Instant at) {
        entities.createNativeQuery("update care_case set note = ?2, note_by = ?3, note_at = ?4 where response_id = ?1")
                .setParameter(1, responseId).setParameter(2, text).setParameter(3, by).setParameter(4, at.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** The note for the record as it was kept last. */
    java.util.Optional<RecordNote> note(UUID responseId) {
        return Rows.of(entities.createNativeQuery("select note, note_by, note_at from care_case where response_id = ?1 and note is not null")
                .setParameter(1, responseId)).stream().map(row -> new RecordNote((String) row[0], (String) row[1], Rows.instant(row[2]))).findFirst();
    }

    /** Says that somebody has the case open now. */
    void present(UUID responseId, String account, Instant now) {
        entities.createNativeQuery("insert into care_case_reader (response_id, account, seen_at) select response_id, ?2, ?3 from care_case where response_id = ?1 "
                        + "on conflict (response_id, account) do update set seen_at = excluded.seen_at")
                .setParameter(1, responseId).setParameter(2, account).setParameter(3, now.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Says that somebody has closed the page. */
    void gone(UUID responseId, String account) {
        entities.createNativeQuery("delete from care_case_reader where response_id = ?1 and account = ?2")
                .setParameter(1, responseId).setParameter(2, account).executeUpdate();
    }
}
