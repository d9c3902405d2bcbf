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

/** Words on cases that are meant for one colleague. */
@ApplicationScoped
class ColleagueWords {

    private static final String COLUMNS = "select id, told_by, told_to, told_at, words, wants_answer, seen_at, answered_at, answer from colleague_word ";

    @PersistenceContext
    private EntityManager entities;

    void add(UUID responseId, String by, String to, Instant at, String words, boolean wantsAnswer) {
        entities.createNativeQuery("insert into colleague_word (id, response_id, told_by, told_to, told_at, words, wants_answer) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, NewId.next()).setParameter(2, responseId).setParameter(3, by).setParameter(4, to)
                .setParameter(5, at.atOffset(ZoneOffset.UTC)).setParameter(6, words).setParameter(7, wantsAnswer).executeUpdate();
    }

    /** All words on a case, the oldest first. */
    List<ColleagueWord> of(UUID responseId) {
        return Rows.of(entities.createNativeQuery(COLUMNS + "where response_id = ?1 order by told_at, id").setParameter(1, responseId)).stream()
                .map(ColleagueWords::word).toList();
    }

    /** Those that are meant for an account have been seen. */
    void seen(UUID responseId, String account, Instant at) {
        entities.createNativeQuery("update colleague_word set seen_at = ?3 where response_id = ?1 and told_to = ?2 and seen_at is null")
                .setParameter(1, responseId).setParameter(2, account).setParameter(3, at.atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /** Tells whether the opinion was awaited from this account until now. */
    boolean answer(UUID responseId, UUID id, String account, String words, Instant at) {
        return entities.createNativeQuery("update colleague_word set answer = ?4, answered_at = ?5 "
                        + "where response_id = ?1 and id = ?2 and told_to = ?3 and wants_answer and answered_at is null")
                .setParameter(1, responseId).setParameter(2, id).setParameter(3, account).setParameter(4, words)
                .setParameter(5, at.atOffset(ZoneOffset.UTC)).executeUpdate() == 1;
    }

    private static ColleagueWord word(Object[] row) {
        return new ColleagueWord(Rows.id(row[0]), (String) row[1], (String) row[2], Rows.instant(row[3]), (String) row[4], (Boolean) row[5],
                Rows.instant(row[6]), Rows.instant(row[7]), (String) row[8]);
    }
}
