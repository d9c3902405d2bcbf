package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What the clinic asks before times are shown, for each kind of visit. What was answered stays beside the words that were asked. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class VisitQuestionService {

    /** Who books answers no more than this. */
    private static final int MOST = 10;

    @Inject
    VisitQuestions questions;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** What is asked for a kind of visit, in order; perhaps empty. */
    public List<VisitQuestion> of(String visitType) {
        return questions.of(List.of(visitType));
    }

    /** Refuses with {@link QuestionRefused} what cannot be asked; nothing is kept. */
    public void check(VisitQuestion wanted) {
        QuestionRefused.check(wanted);
    }

    /**
     * Asks it from now on. A question whose words or answers change is asked anew, also of who answered the old one; one that is only needed or
     * not needed any more is not. Refuses with {@link QuestionRefused}.
     *
     * @param wanted the question; its id names the one it takes the place of, null for a new one at the end
     */
    public void save(VisitQuestion wanted) {
        QuestionRefused.check(wanted);
        List<VisitQuestion> now = questions.of(List.of(wanted.visitType()));
        VisitQuestion before = now.stream().filter(one -> one.id().equals(wanted.id())).findFirst().orElse(null);
        if (before == null && now.size() >= MOST) {
            throw QuestionRefused.tooMany(MOST);
        }
        if (before != null && before.saysTheSame(wanted)) {
            questions.setNeeded(before.id(), wanted.needed());
        } else {
            questions.add(wanted, before == null ? null : before.id(), session.getCallerPrincipal().getName(), time.now());
            if (before != null) {
                questions.retire(before.id(), time.now());
            }
        }
        changed();
    }

    /** Asks it one place earlier. */
    public void earlier(String visitType, UUID id) {
        List<UUID> ids = new ArrayList<>(of(visitType).stream().map(VisitQuestion::id).toList());
        int at = ids.indexOf(id);
        if (at > 0) {
            Collections.swap(ids, at, at - 1);
            questions.order(ids);
            changed();
        }
    }

    /** Asks it no more; what was answered stays with the visits. */
    public void retire(UUID id) {
        if (questions.retire(id, time.now())) {
            changed();
        }
    }

    private void changed() {
        audit.record(AuditedAction.UPDATE, "HealthcareService", null, null);
    }
}
