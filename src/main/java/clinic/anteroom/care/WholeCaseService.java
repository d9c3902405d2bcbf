package clinic.anteroom.care;

import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.AttachmentService;
import clinic.anteroom.intake.CallService;
import clinic.anteroom.intake.CheckInService;
import clinic.anteroom.intake.FollowUpService;
import clinic.anteroom.intake.FormSummary;
import clinic.anteroom.intake.FormService;
import clinic.anteroom.intake.NoteService;
import clinic.anteroom.intake.SentForm;
import clinic.anteroom.triage.ExplanationService;
import clinic.anteroom.triage.FlagService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The page of one case in one transaction: one connection, one commit, and each record is read once however many services
 * look at it. Every service still logs its own look.
 */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class WholeCaseService {

    @Inject
    private CareService care;

    @Inject
    private CaseService cases;

    @Inject
    private ResultService results;

    @Inject
    private ExplanationService explanations;

    @Inject
    private FlagService flags;

    @Inject
    private FormService forms;

    @Inject
    private CallService calls;

    @Inject
    private CheckInService checkIns;

    @Inject
    private NoteService notes;

    @Inject
    private AttachmentService attachments;

    @Inject
    private FollowUpService followUps;

    @Inject
    private ColleagueService colleagues;

    /**
     * Everything about a case; from now on the caller is told to others as somebody who has it open.
     *
     * @param folder where the cases before and after it are looked for
     * @throws CaseGone if there is no such case
     */
    public WholeCase read(UUID responseId, CaseFolder folder) {
        OpenCase open = care.open(responseId);
        cases.arrive(responseId);
        List<CaseStepTaken> steps = cases.steps(responseId, -1);
        boolean told = steps.stream().anyMatch(taken -> taken.step() == CaseStep.NOTE || taken.step() == CaseStep.OPINION_ASKED);
        return new WholeCase(open, forms.summary(responseId).map(FormSummary::filledBy).orElse(null),
                care.beside(responseId, folder),
                flags.stepsOf(open.triage().evaluationId()), explanations.traces(responseId),
                new WholeCase.Kept(cases.note(responseId).orElse(null), steps, open.orders().isEmpty() ? List.of() : results.of(responseId),
                        told ? colleagues.of(responseId) : List.of()),
                new WholeCase.Around(calls.of(responseId), checkIns.of(responseId), notes.of(responseId), attachments.of(responseId),
                        followUps.of(responseId), others(open)));
    }

    private List<SentForm> others(OpenCase open) {
        return open.patient() == null ? List.of() : forms.ofPatient(open.patient().id()).stream()
                .filter(form -> !form.id().equals(open.summary().responseId())).toList();
    }
}
