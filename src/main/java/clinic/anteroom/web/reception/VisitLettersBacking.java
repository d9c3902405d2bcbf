package clinic.anteroom.web.reception;

import clinic.anteroom.myvisit.PatientSaid;
import clinic.anteroom.myvisit.PatientSaidService;
import clinic.anteroom.myvisit.VisitAnswer;
import clinic.anteroom.notify.LetterService;
import clinic.anteroom.notify.LetterState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was sent about a visit, what is queued and what failed. */
@Named
@RequestScoped
public class VisitLettersBacking {

    @Inject
    private LetterService letters;

    @Inject
    private PatientSaidService said;

    private final Map<UUID, List<VisitAnswer>> answers = new HashMap<>();

    /** What its patient said without the phone. */
    public PatientSaid said(UUID appointmentId) {
        return said.about(appointmentId);
    }

    /** What is asked about the visit, with the answers; perhaps empty. */
    public List<VisitAnswer> answers(UUID appointmentId) {
        return answers.computeIfAbsent(appointmentId, id -> said.answers(List.of(id)).getOrDefault(id, List.of()));
    }

    /** Letters about this visit, the newest first. */
    public List<LetterState> of(UUID appointmentId) {
        return letters.ofVisit(appointmentId);
    }
}
