package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.care.CaseService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Doctor or desk gives a patient the right to book what was ordered; the letter with the link leaves by itself. */
@Stateless
public class BookingInvitationService {

    private static final String ENTITY = "BookingInvitation";

    @Inject
    Invitations invitations;

    @Inject
    CaseService cases;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    @Resource
    SessionContext session;

    /**
     * Invites, for 28 days; an earlier invitation of this patient ends.
     *
     * @param review code of a kind of visit that is a talk about the results and follows the ordered ones; null for none
     * @return the invitation's id; never null
     */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public UUID invite(UUID patientId, String review) {
        UUID id = invitations.add(patientId, review, session.getCallerPrincipal().getName(), time.now());
        audit.record(AuditedAction.CREATE, ENTITY, id, patientId);
        events.fire(new InvitationMade(id, patientId, time.now()));
        return id;
    }

    /**
     * Invites the patient of a case to book what was ordered on it, and writes that down there.
     *
     * @throws clinic.anteroom.care.TooLate if no order stands any more
     */
    @RolesAllowed(Roles.DOCTOR)
    public UUID inviteFor(UUID caseId, String review) {
        return invite(cases.invited(caseId), review);
    }

    /** Takes the right back; the link in the letter then says so. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void withdraw(UUID patientId) {
        invitations.close(patientId, "WITHDRAWN");
        audit.record(AuditedAction.UPDATE, ENTITY, null, patientId);
    }

    /** The newest invitation of a patient, whatever became of it. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public Optional<Invitation> find(UUID patientId) {
        audit.record(AuditedAction.VIEW, ENTITY, null, patientId);
        return invitations.newest(patientId, time.now());
    }

    /** Whether the letter about it still makes sense. */
    @PermitAll // Called by the outbox, which has no caller.
    public boolean isOpen(UUID patientId) {
        return invitations.newest(patientId, time.now()).filter(Invitation::open).isPresent();
    }
}
