package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.access.StaffService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Doctors among themselves: a word on a case that one colleague should read, and a second opinion that needs no visit. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class ColleagueService {

    private static final String ENTITY = "Communication";

    @Inject
    private ColleagueWords words;

    @Inject
    private CaseFiles files;

    @Inject
    private Cases cases;

    @Inject
    private StaffService staff;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /**
     * Tells a colleague something about a case, or asks for an opinion. It stands among the colleague's own cases until it is read or answered.
     *
     * @param to          account of another doctor
     * @param said        1 to 2000 characters
     * @param wantsAnswer whether it is a question
     * @throws DecisionRefused if there are no words (field {@code remark}), or there is no such colleague (field {@code told})
     * @throws TooLate         if the case is closed: it stands in nobody's list
     */
    public void tell(UUID responseId, String to, String said, boolean wantsAnswer) {
        String text = Texts.of("remark", said, true);
        String name = staff.doctors().stream().filter(doctor -> doctor.username().equals(to) && !to.equals(me())).findFirst()
                .orElseThrow(() -> new DecisionRefused("told", "refusal.told_unknown")).displayName();
        files.lock(responseId);
        if (cases.find(responseId, me()).orElseThrow(CaseGone::new).done()) {
            throw TooLate.closed();
        }
        words.add(responseId, me(), to, time.now(), text, wantsAnswer);
        audit.record(AuditedAction.CREATE, ENTITY, responseId, patientOf(responseId));
        step(responseId, wantsAnswer ? CaseStep.OPINION_ASKED : CaseStep.NOTE, "@" + name + " " + text);
    }

    /**
     * Gives the opinion that the caller was asked for; one that was given, or that somebody else was asked for, stays as it is.
     *
     * @param said 1 to 2000 characters
     * @throws DecisionRefused if there are no words (field {@code opinion})
     */
    public void answer(UUID responseId, UUID wordId, String said) {
        String text = Texts.of("opinion", said, true);
        files.lock(responseId);
        if (words.answer(responseId, wordId, me(), text, time.now())) {
            audit.record(AuditedAction.UPDATE, ENTITY, responseId, patientOf(responseId));
            step(responseId, CaseStep.OPINION_GIVEN, text);
        }
    }

    /** What colleagues told each other about a case, the oldest first; what is meant for the caller is read by now. The look is logged. */
    public List<ColleagueWord> of(UUID responseId) {
        List<ColleagueWord> told = words.of(responseId);
        if (!told.isEmpty()) {
            audit.record(AuditedAction.VIEW, ENTITY, responseId, patientOf(responseId));
        }
        if (told.stream().anyMatch(word -> word.seenAt() == null && word.toldTo().equals(me()))) {
            words.seen(responseId, me(), time.now());
        }
        return told;
    }

    private UUID patientOf(UUID responseId) {
        return cases.find(responseId, me()).map(CaseSummary::patientId).orElse(null);
    }

    private void step(UUID responseId, CaseStep step, String said) {
        files.step(responseId, new CaseStepTaken(0, time.now(), me(), step, null, said.length() > Texts.LONGEST ? said.substring(0, Texts.LONGEST) : said));
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
