package clinic.anteroom.care;

import clinic.anteroom.intake.FollowUpAnswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A patient's answer is a step of the case, in the same transaction: who decides at that moment is told. */
@ApplicationScoped
class PatientAnswered {

    private static final String PATIENT = "patient";

    @Inject
    private CaseFiles files;

    void on(@Observes FollowUpAnswered event) {
        files.lock(event.responseId());
        files.step(event.responseId(), new CaseStepTaken(0, event.at(), PATIENT, CaseStep.ANSWERED, null, null));
    }
}
