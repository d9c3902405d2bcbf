package clinic.anteroom.scheduling;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What waits for somebody to look at. */
@ApplicationScoped
class Tasks {

    @PersistenceContext
    EntityManager entities;

    /** No time is free before the order runs out; one open task an order, however often somebody searches. */
    void noTimeBeforeLatest(WaitingRequest order, Instant firstTime, Instant now) {
        entities.createNativeQuery("""
                        insert into task (id, kind, status, service_request_id, patient_id, first_time, authored_on)
                        values (cast(?1 as uuid), 'NO_TIME_BEFORE_LATEST', 'REQUESTED', cast(?2 as uuid), cast(?3 as uuid),
                                cast(?4 as timestamptz), cast(?5 as timestamptz))
                        on conflict (service_request_id, kind) where status = 'REQUESTED' do update set first_time = excluded.first_time""")
                .setParameter(1, NewId.next().toString())
                .setParameter(2, order.id().toString())
                .setParameter(3, order.patientId().toString())
                .setParameter(4, firstTime == null ? null : firstTime.toString())
                .setParameter(5, now.toString())
                .executeUpdate();
    }

    /** The order has a time now, in time or not: nobody has to look for one any more. */
    void settle(UUID orderId, Instant now) {
        entities.createNativeQuery("""
                        update task set status = 'COMPLETED', completed_at = cast(?2 as timestamptz)
                        where service_request_id = cast(?1 as uuid) and status = 'REQUESTED'""")
                .setParameter(1, orderId.toString())
                .setParameter(2, now.toString())
                .executeUpdate();
    }

    /** What is open, the order that runs out first on top. */
    List<Task> open() {
        return Rows.of(entities.createNativeQuery("""
                        select t.id, r.id, t.patient_id, p.given_name || ' ' || p.family_name, r.code, r.occurrence_latest,
                               t.first_time, t.authored_on
                        from task t join service_request r on r.id = t.service_request_id join patient p on p.id = t.patient_id
                        where t.status = 'REQUESTED' and r.status = 'ACTIVE'
                        order by r.occurrence_latest, t.authored_on""")).stream()
                .map(row -> new Task(Rows.id(row[0]), Rows.id(row[1]), Rows.id(row[2]), (String) row[3], (String) row[4],
                        Rows.instant(row[5]), Rows.instant(row[6]), Rows.instant(row[7])))
                .toList();
    }
}
