package clinic.anteroom.intake;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The rows of {@code intake_note}, which only grow. */
@ApplicationScoped
class Notes {

    @PersistenceContext
    private EntityManager entities;

    void add(UUID responseId, Note note) {
        entities.createNativeQuery("insert into intake_note (id, response_id, written_at, words) values (?1, ?2, ?3, ?4)")
                .setParameter(1, NewId.next()).setParameter(2, responseId)
                .setParameter(3, note.writtenAt().atOffset(ZoneOffset.UTC)).setParameter(4, note.words()).executeUpdate();
    }

    /** The oldest first. */
    List<Note> of(UUID responseId) {
        return Rows.of(entities.createNativeQuery("select written_at, words from intake_note where response_id = ?1 order by written_at, id")
                .setParameter(1, responseId)).stream().map(row -> new Note(Rows.instant(row[0]), (String) row[1])).toList();
    }
}
