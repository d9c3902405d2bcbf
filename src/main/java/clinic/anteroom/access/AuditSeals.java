package clinic.anteroom.access;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The chain of seals over the trail. Rows are in the order of the transaction that wrote them, then of their own number; a seal takes rows of
 * transactions that are older than every running one, so nothing honest can come in before it afterwards. How a row becomes text stands here and
 * not in the database: who may change functions there still cannot make a forged row fit.
 */
@ApplicationScoped
class AuditSeals {

    /** What the first seal follows. */
    static final String NOTHING = "0".repeat(64);

    /** Any number will do, as long as nothing else locks it. */
    private static final long LOCK = 7_341_602_260L;

    private static final String TEXT = "cast(jsonb_build_array(e.id, cast(extract(epoch from e.recorded_at) as text), e.agent, e.agent_role, e.action, e.entity, e.entity_id, "
            + "e.patient_id, e.carer_id, e.outcome, e.origin, e.request_id, e.reason, cast(e.written_in as text), e.written_as) as text)";
    private static final String HASH = "encode(sha256(convert_to(?1 || coalesce(string_agg(" + TEXT
            + ", chr(10) order by e.written_in, e.written_as), ''), 'UTF8')), 'hex')";

    private static final String SEAL = "insert into audit_seal (number, sealed_at, to_xid, to_row, row_count, previous_hash, hash) "
            + "select ?2, ?3, (array_agg(e.written_in order by e.written_in desc, e.written_as desc))[1], "
            + "(array_agg(e.written_as order by e.written_in desc, e.written_as desc))[1], count(*), ?1, " + HASH
            + " from (select * from audit_event where (written_in, written_as) > (cast(?4 as xid8), cast(?5 as bigint)) "
            + "and written_in < pg_snapshot_xmin(pg_current_snapshot()) order by written_in, written_as limit ?6) e having count(*) > 0";

    private static final String SEALED = "select count(*), " + HASH + " from audit_event e "
            + "where (e.written_in, e.written_as) > (cast(?2 as xid8), cast(?3 as bigint)) and (e.written_in, e.written_as) <= (cast(?4 as xid8), cast(?5 as bigint))";

    @PersistenceContext
    EntityManager entities;

    /**
     * A seal over some rows.
     *
     * @param number       1 for the first
     * @param xid          transaction of its last row
     * @param row          number of its last row
     * @param rows         how many it covers
     * @param previousHash of the seal before, or {@link #NOTHING}
     * @param hash         of the one before and all rows
     */
    record Seal(long number, String xid, long row, int rows, String previousHash, String hash) {

        static final Seal BEFORE_ALL = new Seal(0, "0", 0, 0, NOTHING, NOTHING);
    }

    /**
     * What the rows under a seal come to now.
     *
     * @param rows how many there are
     * @param hash of the seal before and these rows
     */
    record Found(int rows, String hash) {
    }

    /** Whether this node may work on the chain until its transaction ends. */
    boolean isMine() {
        return Boolean.TRUE.equals(entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)").setParameter(1, LOCK).getSingleResult());
    }

    /** Seals at most so many rows after the last seal; false if there is nothing to seal. */
    boolean seal(Seal last, int atMost, Instant now) {
        return entities.createNativeQuery(SEAL).setParameter(1, last.hash()).setParameter(2, last.number() + 1).setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, last.xid()).setParameter(5, last.row()).setParameter(6, atMost).executeUpdate() == 1;
    }

    Seal last() {
        return seals("order by number desc limit 1").stream().findFirst().orElse(Seal.BEFORE_ALL);
    }

    /** All of them, the first first. */
    List<Seal> all() {
        return seals("order by number");
    }

    Found under(Seal before, Seal seal) {
        Query query = entities.createNativeQuery(SEALED).setParameter(1, seal.previousHash()).setParameter(2, before.xid()).setParameter(3, before.row())
                .setParameter(4, seal.xid()).setParameter(5, seal.row());
        Object[] row = Rows.of(query).get(0);
        return new Found(Rows.number(row[0]), (String) row[1]);
    }

    void add(AuditCheck check) {
        entities.createNativeQuery("insert into audit_check (checked_at, seals, row_count, head, fault, at_seal) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, check.checkedAt().atOffset(ZoneOffset.UTC)).setParameter(2, check.seals()).setParameter(3, check.rows())
                .setParameter(4, check.head()).setParameter(5, check.fault() == null ? null : check.fault().name()).setParameter(6, check.atSeal()).executeUpdate();
    }

    /** Checks, the newest first. */
    List<AuditCheck> checks(int atMost) {
        return Rows.of(entities.createNativeQuery("select checked_at, seals, row_count, head, fault, at_seal from audit_check order by checked_at desc")
                .setMaxResults(atMost)).stream().map(AuditSeals::check).toList();
    }

    /** The newest check that found nothing. */
    Optional<AuditCheck> lastGood() {
        return Rows.of(entities.createNativeQuery("select checked_at, seals, row_count, head, fault, at_seal from audit_check where fault is null "
                + "order by checked_at desc").setMaxResults(1)).stream().map(AuditSeals::check).findFirst();
    }

    private static AuditCheck check(Object[] row) {
        return new AuditCheck(Rows.instant(row[0]), ((Number) row[1]).longValue(), ((Number) row[2]).longValue(), (String) row[3],
                row[4] == null ? null : AuditCheck.Fault.valueOf((String) row[4]), row[5] == null ? null : ((Number) row[5]).longValue());
    }

    private List<Seal> seals(String order) {
        return Rows.of(entities.createNativeQuery("select number, cast(to_xid as text), to_row, row_count, previous_hash, hash from audit_seal " + order)).stream()
                .map(row -> new Seal(((Number) row[0]).longValue(), (String) row[1], ((Number) row[2]).longValue(), Rows.number(row[3]), (String) row[4], (String) row[5]))
                .toList();
    }
}
