package clinic.anteroom.web.patient;

import clinic.anteroom.intake.AttachmentService;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.triage.TriageService;
import clinic.anteroom.triage.rules.SecondLook;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The summary before a form is sent in. */
@Named
@RequestScoped
public class CheckBacking {

    @Inject
    private PatientDraft patient;

    @Inject
    private TriageService triage;

    @Inject
    private AttachmentService attachments;

    private SecondLook secondLook;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return patient.elsewhereUnless(ResponseStatus.IN_PROGRESS);
    }

    /** The pages with what was answered on them. */
    public List<CheckedPage> getPages() {
        Draft draft = patient.find().orElseThrow();
        return draft.pages().stream().map(page -> CheckedPage.of(page, draft.answers())).toList();
    }

    /** Answers that do not fit together; each list is one contradiction. */
    public List<List<CheckedPage.Told>> getContradictions() {
        return secondLook().contradictions().stream().map(this::told).toList();
    }

    /** Safety questions without an answer. */
    public List<CheckedPage.Told> getLeftOut() {
        return told(secondLook().leftOut());
    }

    private SecondLook secondLook() {
        if (secondLook == null) {
            secondLook = patient.find().map(draft -> triage.secondLookAt(draft.answers())).orElseGet(SecondLook::none);
        }
        return secondLook;
    }

    private List<CheckedPage.Told> told(List<String> linkIds) {
        Draft draft = patient.find().orElseThrow();
        return linkIds.stream().map(linkId -> CheckedPage.told(linkId, draft.answers())).toList();
    }

    /** How many photos and videos go with the form. */
    public int getPhotos() {
        return attachments.of(patient.key()).size();
    }
}
