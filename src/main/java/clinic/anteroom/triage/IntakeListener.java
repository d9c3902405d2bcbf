package clinic.anteroom.triage;

import clinic.anteroom.intake.AnswersChanged;
import clinic.anteroom.intake.IntakeCompleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears what happens in intake, in the same transaction: what triage finds must not be lost. */
@ApplicationScoped
class IntakeListener {

    @Inject
    private TriageService triage;

    void on(@Observes AnswersChanged event) {
        triage.watch(event.responseId(), event.answers());
    }

    void on(@Observes IntakeCompleted event) {
        triage.triage(event.responseId(), event.patientId(), event.answers(), event.completedAt());
    }
}
