package clinic.anteroom.web.patient;

import clinic.anteroom.intake.CallService;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.triage.PatientOutcome;
import clinic.anteroom.triage.SelfCareAdvice;
import clinic.anteroom.triage.TriageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The form arrived: its reference, and what happens next. */
@Named
@RequestScoped
public class SentBacking {

    @Inject
    private PatientDraft patient;

    @Inject
    private TriageService triage;

    @Inject
    private CallService calls;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return patient.elsewhereUnless(ResponseStatus.COMPLETED);
    }

    /** What the form is about. */
    public String getComplaint() {
        return patient.find().map(draft -> draft.questionnaire().title()).orElse(null);
    }

    /** The short name of the form, for the phone. */
    public String getReference() {
        return patient.find().map(Draft::reference).orElse(null);
    }

    /** How soon, until when and what to mind; null if the rules have said nothing. */
    public PatientOutcome getOutcome() {
        return patient.find().flatMap(draft -> triage.outcomeFor(draft.responseId())).orElse(null);
    }

    /** What to do at home; null if that is not what comes next. */
    public SelfCareAdvice getAdvice() {
        return patient.find().flatMap(draft -> triage.adviceFor(draft.responseId())).orElse(null);
    }

    /** A visit is wished for although the advice is care at home. */
    public String wishForVisit() {
        calls.wishForVisit(patient.key());
        return "/patient/sent" + PatientDraft.REDIRECT;
    }

    /** The patient would rather answer the open questions on the phone. */
    public String callBack() {
        calls.callBack(patient.key());
        return "/patient/sent" + PatientDraft.REDIRECT;
    }

    /** Whether such a call was asked for. */
    public boolean isCallBackWished() {
        return calls.isCallBackWished(patient.key());
    }

    /** Whether a visit was wished for. */
    public boolean isVisitWished() {
        return calls.isVisitWished(patient.key());
    }

    /** The whole form as it was sent, page by page. */
    public List<CheckedPage> getPages() {
        Draft draft = patient.find().orElseThrow();
        return draft.pages().stream().map(page -> CheckedPage.of(page, draft.answers())).toList();
    }

    /** When it arrived. */
    public Instant getSentAt() {
        return patient.find().map(Draft::completedAt).orElse(null);
    }
}
