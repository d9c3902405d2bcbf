package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.FollowUpService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What doctors keep because they write it often: the caller's own, and those of the house, which every doctor may change. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class ReplyService {

    private static final String ENTITY = "Basic";
    private static final int LONGEST_TITLE = 80;
    private static final String MY_EYES = " and (owner is null or owner = ?1)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** What the caller can use, by title. */
    public List<SavedReply> all() {
        return Rows.of(entities.createNativeQuery("select id, title, words, owner is null from saved_reply where true" + MY_EYES + " order by lower(title), id")
                .setParameter(1, me())).stream().map(row -> new SavedReply(Rows.id(row[0]), (String) row[1], (String) row[2], (Boolean) row[3])).toList();
    }

    /**
     * Keeps one.
     *
     * @param id    the one that is changed; null for a new one
     * @param title 1 to 80 characters, not those of another one
     * @param words 1 to 1000 characters, one question a line
     * @param ours  whether every doctor has it
     * @throws DecisionRefused fields {@code title} and {@code words}
     * @throws CaseGone        if there is none to change, or it is somebody else's
     */
    public void keep(UUID id, String title, String words, boolean ours) {
        String name = text("title", title, LONGEST_TITLE);
        String questions = text("words", words, FollowUpService.LONGEST);
        String owner = ours ? null : me();
        if (isTaken(id, name, owner)) {
            throw new DecisionRefused("title", "refusal.reply_title_taken");
        }
        if (id == null) {
            entities.createNativeQuery("insert into saved_reply (id, owner, title, words, kept_at) values (?1, cast(?2 as text), ?3, ?4, ?5)")
                    .setParameter(1, NewId.next()).setParameter(2, owner).setParameter(3, name).setParameter(4, questions)
                    .setParameter(5, time.now().atOffset(ZoneOffset.UTC)).executeUpdate();
        } else if (entities.createNativeQuery("update saved_reply set owner = cast(?3 as text), title = ?4, words = ?5, kept_at = ?6 where id = ?2" + MY_EYES)
                .setParameter(1, me()).setParameter(2, id).setParameter(3, owner).setParameter(4, name).setParameter(5, questions)
                .setParameter(6, time.now().atOffset(ZoneOffset.UTC)).executeUpdate() == 0) {
            throw new CaseGone();
        }
        audit.record(AuditedAction.UPDATE, ENTITY, id, null);
    }

    /** Throws one away; one that is somebody else's stays. */
    public void remove(UUID id) {
        entities.createNativeQuery("delete from saved_reply where id = ?2" + MY_EYES).setParameter(1, me()).setParameter(2, id).executeUpdate();
        audit.record(AuditedAction.UPDATE, ENTITY, id, null);
    }

    private boolean isTaken(UUID id, String title, String owner) {
        return !entities.createNativeQuery("select 1 from saved_reply where lower(title) = lower(?1) and owner is not distinct from cast(?2 as text) "
                        + "and id is distinct from cast(?3 as uuid)").setParameter(1, title).setParameter(2, owner)
                .setParameter(3, id == null ? null : id.toString()).getResultList().isEmpty();
    }

    private static String text(String field, String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new DecisionRefused(field, text.isEmpty() ? "refusal.reply_" + field + "_missing" : "refusal.text_too_long", longest);
        }
        return text;
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
