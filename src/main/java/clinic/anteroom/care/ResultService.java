package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.FlagService;
import clinic.anteroom.triage.FlagStep;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Results come back to their orders; a doctor reads them and says whether the question is answered and the flag was useful. */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class ResultService {

    private static final String ENTITY = "DiagnosticReport";
    private static final int LONGEST = 10_000;

    @Inject
    private Results results;

    @Inject
    private ServiceRequests requests;

    @Inject
    private CaseFiles files;

    @Inject
    private FlagService flags;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /**
     * Puts in what came back for an order. A second one corrects the first; both stay.
     *
     * @param conclusion 1 to 10000 characters
     * @param fileName   null if no file came with it
     * @param content    PDF, PNG or JPEG, at most 10 MB; null if no file came with it
     * @throws DecisionRefused if the conclusion is missing or too long (field {@code conclusion}), or the file is of another kind ({@code file})
     * @throws CaseGone        if there is no such order
     */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public UUID record(UUID orderId, String conclusion, String fileName, byte[] content) {
        String text = conclusion == null ? "" : conclusion.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new DecisionRefused("conclusion", text.isEmpty() ? "refusal.conclusion_missing" : "refusal.text_too_long", LONGEST);
        }
        ServiceRequest order = requests.find(orderId).filter(found -> found.toOrder().stands()).orElseThrow(CaseGone::new);
        ResultFile file = content == null || content.length == 0 ? null : ResultFile.checked(fileName == null ? "" : fileName, content);
        files.lock(order.responseId());
        UUID id = results.add(orderId, order.toOrder().patientId(), text, file, me(), time.now());
        // Wherever it was done: what has a result was performed.
        flags.moveOn(order.testFlagId(), FlagStep.PERFORMED, null);
        audit.record(AuditedAction.CREATE, ENTITY, id, order.toOrder().patientId());
        files.step(order.responseId(), new CaseStepTaken(0, time.now(), me(), CaseStep.RESULT, order.toOrder().test(), null));
        return id;
    }

    /** Everything that came back for the orders of a form, the oldest first; each look is logged. */
    public List<TestResult> of(UUID responseId) {
        List<TestResult> found = results.ofResponse(responseId);
        UUID patient = found.stream().findFirst().flatMap(result -> results.patientOf(result.id())).orElse(null);
        found.forEach(result -> audit.record(AuditedAction.VIEW, ENTITY, result.id(), patient));
        return found;
    }

    /** The file of a result; the look is logged. */
    public Optional<ResultFile> file(UUID resultId) {
        Optional<ResultFile> file = results.file(resultId);
        file.ifPresent(found -> audit.record(AuditedAction.VIEW, ENTITY, resultId, results.patientOf(resultId).orElse(null)));
        return file;
    }

    /**
     * A doctor has read a result: the flag is answered. A result is read once.
     *
     * @param answered whether the test answered the question
     * @param useful   whether the flag was useful, looking back
     * @param words    more about it; may be null
     * @throws CaseGone if the form has no such result
     */
    public void review(UUID responseId, UUID resultId, boolean answered, boolean useful, String words) {
        files.lock(responseId);
        TestResult result = results.ofResponse(responseId).stream().filter(found -> found.id().equals(resultId)).findFirst().orElseThrow(CaseGone::new);
        ServiceRequest order = requests.find(result.orderId()).orElseThrow(CaseGone::new);
        if (results.review(resultId, new TestResult.Review(answered, useful, me(), time.now(), Texts.of("words", words, false)))) {
            order.complete();
            flags.moveOn(order.testFlagId(), FlagStep.ANSWERED, null);
            audit.record(AuditedAction.UPDATE, ENTITY, resultId, order.toOrder().patientId());
            files.step(responseId, new CaseStepTaken(0, time.now(), me(), CaseStep.REVIEWED, result.test(), null));
        }
    }

    /** What became of the flags of each rule. */
    public List<RuleFigures> figures() {
        audit.record(AuditedAction.VIEW, "PlanDefinition", null, null);
        return results.figures();
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
