package clinic.anteroom.intake;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The rows of {@code check_in}. */
@ApplicationScoped
class CheckIns {

    @PersistenceContext
    private EntityManager entities;

    void add(UUID responseId, Course course, Instant at) {
        entities.createNativeQuery("insert into check_in (id, response_id, answered_at, course) values (?1, ?2, ?3, ?4)")
                .setParameter(1, NewId.next()).setParameter(2, responseId).setParameter(3, at.atOffset(ZoneOffset.UTC))
                .setParameter(4, course.name()).executeUpdate();
    }

    /** What was said about a form, the newest first. */
    List<CheckIn> of(UUID responseId) {
        return Rows.of(entities.createNativeQuery("select answered_at, course from check_in where response_id = ?1 order by answered_at desc, id")
                .setParameter(1, responseId)).stream().map(row -> new CheckIn(Rows.instant(row[0]), Course.valueOf((String) row[1]))).toList();
    }
}
