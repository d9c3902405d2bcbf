package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code related_person}. */
@ApplicationScoped
class Authorities {

    private static final String ALL = """
            select r.id, r.carer_id, c.given_name || ' ' || c.family_name, r.patient_id,
                   coalesce(p.given_name || ' ' || p.family_name, r.given_name || ' ' || r.family_name), coalesce(p.birth_date, r.birth_date), r.relation,
                   case when r.status = 'ACTIVE' and r.ends_at <= cast(?1 as timestamptz) then 'OVER' else r.status end,
                   r.scope, r.proof, r.asked_at, r.ends_at, r.confirmed_by
            from related_person r join patient c on c.id = r.carer_id left join patient p on p.id = r.patient_id
            where\s""";

    @PersistenceContext
    EntityManager entities;

    /** Asks; asking twice for the same person is one request. Null if it is there already. */
    UUID ask(UUID carerId, String given, String family, LocalDate birthDate, Authority.Relation relation, Instant now) {
        UUID id = NewId.next();
        int added = entities.createNativeQuery("""
                        insert into related_person (id, carer_id, given_name, family_name, birth_date, relation, status, asked_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, cast(?5 as date), ?6, 'REQUESTED', cast(?7 as timestamptz))
                        on conflict (carer_id, lower(family_name), lower(given_name), birth_date) where status = 'REQUESTED' do nothing""")
                .setParameter(1, id.toString()).setParameter(2, carerId.toString()).setParameter(3, given).setParameter(4, family)
                .setParameter(5, birthDate.toString()).setParameter(6, relation.name()).setParameter(7, now.toString()).executeUpdate();
        return added == 1 ? id : null;
    }

    /** For whom somebody acts, has acted or wants to act, the newest first. */
    List<Authority> by(UUID carerId, Instant now) {
        return read(entities.createNativeQuery(ALL + "r.carer_id = cast(?2 as uuid) order by r.asked_at desc, r.id").setParameter(2, carerId.toString()), now);
    }

    /** Who acts or has acted for a patient, the newest first. */
    List<Authority> about(UUID patientId, Instant now) {
        return read(entities.createNativeQuery(ALL + "r.patient_id = cast(?2 as uuid) order by r.asked_at desc, r.id").setParameter(2, patientId.toString()), now);
    }

    /** What the desk has not looked at, the longest wait first. */
    List<Authority> requested(Instant now) {
        return read(entities.createNativeQuery(ALL + "r.status = 'REQUESTED' order by r.asked_at, r.id").setMaxResults(200), now);
    }

    /** Locked until the transaction ends. */
    Optional<Authority> forChange(UUID id, Instant now) {
        return read(entities.createNativeQuery(ALL + "r.id = cast(?2 as uuid) for update of r").setParameter(2, id.toString()), now).stream().findFirst();
    }

    /** The right with this id, if it is this person's and can be used now. */
    Optional<Authority> usable(UUID id, UUID carerId, Instant now) {
        return read(entities.createNativeQuery(ALL + "r.id = cast(?2 as uuid) and r.carer_id = cast(?3 as uuid)")
                .setParameter(2, id.toString()).setParameter(3, carerId.toString()), now).stream().filter(Authority::isActive).findFirst();
    }

    /** Whose birth date it is; empty for nobody. */
    Optional<LocalDate> birthDate(UUID patientId) {
        return entities.createNativeQuery("select birth_date from patient where id = cast(?1 as uuid)").setParameter(1, patientId.toString())
                .getResultStream().map(found -> Rows.date(found)).findFirst();
    }

    /** Gives it; a right of the same two that was there before ends. */
    void give(Authority asked, UUID patientId, Authority.Proof proof, Authority.Scope scope, Instant endsAt, String by, Instant now) {
        entities.createNativeQuery("""
                        update related_person set status = 'ENDED', ended_by = 'CLINIC', ended_at = cast(?3 as timestamptz)
                        where carer_id = cast(?1 as uuid) and patient_id = cast(?2 as uuid) and status = 'ACTIVE'""")
                .setParameter(1, asked.carerId().toString()).setParameter(2, patientId.toString()).setParameter(3, now.toString()).executeUpdate();
        entities.createNativeQuery("""
                        update related_person set status = 'ACTIVE', patient_id = cast(?2 as uuid), proof = ?3, scope = ?4, ends_at = cast(?5 as timestamptz),
                               confirmed_by = ?6, confirmed_at = cast(?7 as timestamptz) where id = cast(?1 as uuid)""")
                .setParameter(1, asked.id().toString()).setParameter(2, patientId.toString()).setParameter(3, proof.name()).setParameter(4, scope.name())
                .setParameter(5, endsAt.toString()).setParameter(6, by).setParameter(7, now.toString()).executeUpdate();
    }

    /** Says no to a request, or takes back what was given. */
    void end(Authority authority, String by, Instant now) {
        entities.createNativeQuery("""
                        update related_person set status = ?2, ended_by = ?3, ended_at = cast(?4 as timestamptz)
                        where id = cast(?1 as uuid) and status in ('REQUESTED', 'ACTIVE')""")
                .setParameter(1, authority.id().toString()).setParameter(2, authority.isRequested() ? "REFUSED" : "ENDED")
                .setParameter(3, by).setParameter(4, now.toString()).executeUpdate();
    }

    /** Patients born on that day, those alike in name first: whom the desk could mean. */
    List<Object[]> bornOn(LocalDate birthDate, String family) {
        return Rows.of(entities.createNativeQuery("""
                        select id, given_name || ' ' || family_name from patient where birth_date = cast(?1 as date)
                        order by lower(family_name) <> lower(?2), family_name, given_name, id""")
                .setParameter(1, birthDate.toString()).setParameter(2, family).setMaxResults(20));
    }

    private static List<Authority> read(Query query, Instant now) {
        return Rows.of(query.setParameter(1, now.toString())).stream()
                .map(row -> new Authority(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.id(row[3]), (String) row[4], Rows.date(row[5]),
                        Authority.Relation.valueOf((String) row[6]), Authority.State.valueOf((String) row[7]),
                        row[8] == null ? null : Authority.Scope.valueOf((String) row[8]), row[9] == null ? null : Authority.Proof.valueOf((String) row[9]),
                        Rows.instant(row[10]), Rows.instant(row[11]), (String) row[12])).toList();
    }
}
