package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Stored visits for who reads them from outside; each one shown is logged. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR, Roles.PRIVACY_OFFICER})
public class VisitService {

    @Inject
    Visits visits;

    @Inject
    AuditService audit;

    /** The visits that fit, by start; none if the question has no bounds. */
    public VisitPage visits(VisitQuery query) {
        VisitPage page = query.isUnbounded() ? new VisitPage(0, List.of()) : visits.page(query);
        page.visits().forEach(visit -> audit.record(AuditedAction.VIEW, "Appointment", visit.id(), visit.patientId()));
        return page;
    }
}
