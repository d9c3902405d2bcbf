package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.care.Order;
import clinic.anteroom.care.OrderQuery;
import clinic.anteroom.care.OrderService;
import clinic.anteroom.care.RequestStatus;
import clinic.anteroom.directory.TestType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Orders that doctors signed. Only a doctor reads why. */
@Dependent
public class ServiceRequestProvider implements IResourceProvider {

    @Inject
    private OrderService orders;

    @Override
    public Class<ServiceRequest> getResourceType() {
        return ServiceRequest.class;
    }

    /** One order. */
    @Read
    public ServiceRequest read(@IdParam IdType id) {
        return Asked.id(id.getIdPart()).flatMap(known -> orders.orders(new OrderQuery(known, null, null, null)).stream().findFirst())
                .map(ServiceRequestProvider::request).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** The orders that fit, the newest first; none for a search that asks nothing. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "subject") ReferenceParam subject, @OptionalParam(name = "status") TokenParam status,
            @OptionalParam(name = "code") TokenParam code, RequestDetails request) {
        UUID whose = patient == null ? Asked.id(subject, "Patient") : Asked.id(patient, "Patient");
        Optional<RequestStatus> known = status == null ? Optional.empty() : status(status.getValue());
        OrderQuery query = new OrderQuery(Asked.id(id), whose, known.orElse(null), code == null ? null : code.getValue());
        if (query.isUnbounded() && status == null) {
            return Searchset.nothing(request, Outcomes.warning(IssueType.TOOCOSTLY, "Ask for a patient, status or code.")).bundle();
        }
        return Searchset.of(request, status != null && known.isEmpty() ? List.of()
                : orders.orders(query).stream().map(ServiceRequestProvider::request).toList()).bundle();
    }

    private static Optional<RequestStatus> status(String code) {
        return Stream.of(RequestStatus.values()).filter(status -> fhir(status).equals(code)).findFirst();
    }

    private static String fhir(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ServiceRequest request(Order order) {
        ServiceRequest request = new ServiceRequest();
        request.setId(order.id().toString());
        request.setStatus(ServiceRequestStatus.fromCode(fhir(order.status()))).setIntent(ServiceRequestIntent.ORDER)
                .setPriority(ServiceRequestPriority.fromCode(fhir(order.priority())))
                .setCode(Codes.concept(Codes.TEST, order.test(), TestType.valueOf(order.test()).displayName()))
                .setSubject(new Reference("Patient/" + order.patientId()))
                .setAuthoredOnElement(Moments.dateTime(order.authoredOn()))
                .setRequester(new Reference().setDisplay(order.requester()));
        if (order.latest() != null) {
            request.setOccurrence(new Period().setEndElement(Moments.dateTime(order.latest())));
        }
        if (order.bodySite() != null) {
            request.addBodySite().setText(order.bodySite());
        }
        if (order.detail() != null) {
            request.addOrderDetail().setText(order.detail());
        }
        if (order.indication() != null) {
            request.addReasonCode().setText(order.indication());
        }
        return request;
    }
}
