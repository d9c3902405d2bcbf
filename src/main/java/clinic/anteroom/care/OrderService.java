package clinic.anteroom.care;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Orders for who reads them from outside. Only a doctor reads why something was ordered, and the officer who hands out the whole record. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
public class OrderService {

    @Inject
    private ServiceRequests requests;

    @Inject
    private AuditService audit;

    @Resource
    private SessionContext session;

    /** The orders that fit, the newest first, at most 1000; none if nothing is asked. Each is logged as seen. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST, Roles.PRIVACY_OFFICER})
    public List<Order> orders(OrderQuery query) {
        List<Order> found = query.isUnbounded() ? List.of() : requests.like(query).stream().map(ServiceRequest::toOrder).toList();
        found.forEach(order -> audit.record(AuditedAction.VIEW, "ServiceRequest", order.id(), order.patientId()));
        return session.isCallerInRole(Roles.DOCTOR) || session.isCallerInRole(Roles.PRIVACY_OFFICER) ? found : found.stream().map(OrderService::withoutIndication).toList();
    }

    private static Order withoutIndication(Order order) {
        return new Order(order.id(), order.patientId(), order.flagId(), order.test(), order.bodySite(), order.detail(), order.status(), order.priority(),
                null, order.requester(), order.authoredOn(), order.latest(), null, order.settledBy(), order.revokedBy(), order.revokedAt(), null);
    }
}
