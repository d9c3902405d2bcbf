package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.scheduling.PatientBookingService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Questions of kinds of visit and what a patient answers. The key of a session is the proof. A question without an answer is not answered, and
 * never "no".
 */
@Stateless
@PermitAll // The key of the session is the proof.
public class VisitAnswerService {

    @Inject
    Proofs proofs;

    @Inject
    PatientBookingService booking;

    @Inject
    VisitQuestions questions;

    @Inject
    VisitAnswers answers;

    @Inject
    PatientTasks tasks;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** What is asked before times of these kinds of visit are shown, in order; perhaps empty. */
    public List<VisitQuestion> asked(Collection<String> visitTypes) {
        return questions.of(visitTypes);
    }

    /** Refuses with {@link AnswersRefused} what is missing or does not fit, and with {@link AskedFirst} an answer that needs the phone. */
    public void check(Collection<String> visitTypes, Map<UUID, String> given) {
        settled(questions.of(visitTypes), given);
    }

    /**
     * What is asked about a visit and what was answered. Who may act for visits only learns what is still open, and nothing that was answered.
     */
    public List<VisitAnswer> of(String key, UUID appointmentId) {
        Proofs.Proof proof = proofs.of(key);
        booking.get(proof.patientId(), appointmentId);
        audit.record(AuditedAction.VIEW, "Appointment", appointmentId, proof.patientId());
        return answers.of(List.of(appointmentId)).getOrDefault(appointmentId, List.of()).stream().filter(one -> proof.everything() || !one.isAnswered()).toList();
    }

    /** Whether a question has come or changed since the patient was asked, so that it is asked before the visit moves. */
    public boolean isOpen(String key, UUID appointmentId) {
        UUID patientId = proofs.of(key).patientId();
        booking.get(patientId, appointmentId);
        return now(appointmentId).stream().anyMatch(one -> one.isCall() || !one.isAnswered() && one.question().needed());
    }

    /** Whether nothing is missing and nothing needs the phone. */
    public boolean isSettled(Collection<String> visitTypes, Map<UUID, String> given) {
        try {
            settled(questions.of(visitTypes), given);
            return true;
        } catch (AnswersRefused | AskedFirst refusal) {
            return false;
        }
    }

    /** Refuses like {@link #check} to move a visit whose questions are open. */
    public void checkMove(String key, UUID appointmentId) {
        booking.get(proofs.of(key).patientId(), appointmentId);
        List<VisitAnswer> now = now(appointmentId);
        Map<UUID, String> given = new HashMap<>();
        now.forEach(one -> given.put(one.question().id(), one.value()));
        settled(now.stream().map(VisitAnswer::question).toList(), given);
    }

    /**
     * Keeps what has changed; what is not among the answers stays. One that needs the phone is kept as well and becomes a task of the desk.
     * Refuses with {@link AnswersRefused}.
     */
    public void change(String key, UUID appointmentId, Map<UUID, String> given) {
        UUID patientId = proofs.of(key).patientId();
        booking.get(patientId, appointmentId);
        List<VisitQuestion> wanted = now(appointmentId).stream().map(VisitAnswer::question).filter(one -> given.containsKey(one.id())).toList();
        Map<UUID, String> values = AnswersRefused.checked(wanted, given);
        Map<UUID, UUID> kept = answers.keep(appointmentId, values, time.now());
        wanted.stream().filter(one -> kept.containsKey(one.id()) && one.chosen(values.get(one.id()), VisitQuestion.Effect.CALL).isPresent())
                .forEach(one -> tasks.raise(PatientTask.Kind.VISIT_ANSWER, patientId, appointmentId, kept.get(one.id()), true, time.now()));
        audit.record(AuditedAction.UPDATE, "Appointment", appointmentId, patientId);
    }

    /** Questions that are asked now; answers to what is asked no more stay in the record and stop nothing. */
    private List<VisitAnswer> now(UUID appointmentId) {
        List<VisitAnswer> all = answers.of(List.of(appointmentId)).getOrDefault(appointmentId, List.of());
        List<UUID> asked = questions.of(all.stream().map(one -> one.question().visitType()).distinct().toList()).stream().map(VisitQuestion::id).toList();
        return all.stream().filter(one -> asked.contains(one.question().id())).toList();
    }

    private static void settled(List<VisitQuestion> questions, Map<UUID, String> given) {
        Map<UUID, String> values = AnswersRefused.checked(questions, given);
        if (questions.stream().anyMatch(one -> one.chosen(values.get(one.id()), VisitQuestion.Effect.CALL).isPresent())) {
            throw new AskedFirst();
        }
    }
}
