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
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What patients said that somebody has to look at, and addresses that letters do not reach. */
@Stateless
public class PatientTaskService {

    private static final String ENTITY = "Task";

    @Inject
    PatientTasks tasks;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** Open ones, urgent first; each look is logged. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<PatientTask> open() {
        List<PatientTask> open = tasks.open();
        open.forEach(task -> audit.record(AuditedAction.VIEW, ENTITY, task.id(), task.patientId()));
        return open;
    }

    /** Somebody has taken care of it; doing it twice does no harm. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void done(UUID taskId, UUID patientId) {
        if (tasks.done(taskId, session.getCallerPrincipal().getName(), time.now(), null)) {
            audit.record(AuditedAction.UPDATE, ENTITY, taskId, patientId);
        }
    }

    /** Somebody of the desk tells the patient by phone what has become of the visit. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void phone(UUID patientId, UUID appointmentId) {
        tasks.raise(PatientTask.Kind.TELL_BY_PHONE, patientId, appointmentId, appointmentId, false, time.now());
        audit.record(AuditedAction.CREATE, ENTITY, appointmentId, patientId);
    }

    /** The patient is told another way after all, or not. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void phoneNoMore(UUID patientId, UUID appointmentId) {
        if (tasks.isOpen(PatientTask.Kind.TELL_BY_PHONE, appointmentId)) {
            tasks.settle(appointmentId, session.getCallerPrincipal().getName(), time.now());
            audit.record(AuditedAction.UPDATE, ENTITY, appointmentId, patientId);
        }
    }

    /** Whether somebody still has to phone about the visit. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public boolean isToPhone(UUID appointmentId) {
        return tasks.isOpen(PatientTask.Kind.TELL_BY_PHONE, appointmentId);
    }

    /** A letter came back: somebody calls and asks for another address. One open call a patient is enough. */
    @PermitAll // Called by the outbox, which has no caller.
    public void bounced(UUID patientId, UUID appointmentId, UUID letterId) {
        tasks.raise(PatientTask.Kind.BOUNCED, patientId, appointmentId, letterId, false, time.now());
        audit.record(AuditedAction.CREATE, ENTITY, letterId, patientId);
    }
}
