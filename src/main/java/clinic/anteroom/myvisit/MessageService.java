package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Messages between a patient and the clinic. They live here; a letter says only that one waits. */
@Stateless
public class MessageService {

    private static final String ENTITY = "Communication";
    private static final int LONGEST = 2000;

    @Inject
    Messages messages;

    @Inject
    PatientTasks tasks;

    @Inject
    Proofs proofs;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    @Resource
    SessionContext session;

    /** What was written so far, the newest last; the clinic's messages count as read from now on. */
    @PermitAll // The key of the session is the proof.
    public List<Message> mine(String key) {
        UUID patientId = proofs.everythingOf(key);
        List<Message> all = messages.of(patientId);
        messages.read(patientId, true, time.now());
        audit.record(AuditedAction.VIEW, ENTITY, null, patientId);
        return all;
    }

    /** How many messages of the clinic wait. */
    @PermitAll // The key of the session is the proof.
    public int unread(String key) {
        Proofs.Proof proof = proofs.of(key);
        return proof.everything() ? messages.unread(proof.patientId()) : 0;
    }

    /** The patient writes; somebody at the clinic gets a task. Refuses with {@link WordsRefused} (field {@code words}). */
    @PermitAll // The key of the session is the proof.
    public void write(String key, Message.Topic topic, String words) {
        UUID patientId = proofs.everythingOf(key);
        String kept = WordsRefused.checked("words", words, LONGEST, true);
        Message.Topic about = topic == null || !topic.isForPatients() ? Message.Topic.OTHER : topic;
        UUID id = messages.add(patientId, null, about, true, AuditService.PATIENT, kept, time.now());
        tasks.raise(PatientTask.Kind.MESSAGE, patientId, null, id, false, time.now());
        audit.record(AuditedAction.CREATE, ENTITY, id, patientId);
    }

    /** The whole exchange with a patient, the newest last. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<Message> with(UUID patientId) {
        List<Message> all = messages.of(patientId);
        messages.read(patientId, false, time.now());
        audit.record(AuditedAction.VIEW, ENTITY, null, patientId);
        return all;
    }

    /** Doctor or desk writes, for example a follow-up question; a letter says that a message waits. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void send(UUID patientId, Message.Topic topic, String words) {
        String kept = WordsRefused.checked("words", words, LONGEST, true);
        UUID id = messages.add(patientId, null, topic, false, session.getCallerPrincipal().getName(), kept, time.now());
        audit.record(AuditedAction.CREATE, ENTITY, id, patientId);
        events.fire(new MessageSent(id, patientId, time.now()));
    }
}
