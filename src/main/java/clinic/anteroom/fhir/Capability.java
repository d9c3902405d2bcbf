package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;

/** Says what this door can do: drawn up from the providers themselves, so that it cannot promise more. */
class Capability extends ServerCapabilityStatementProvider {

    private static final Set<String> INCLUDING = Set.of("Appointment", "Slot");

    Capability(RestfulServer server) {
        super(server);
        setPublisher("Anteroom");
        setRestResourceRevIncludesEnabled(false);
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance statement) {
        CapabilityStatement capability = (CapabilityStatement) statement;
        capability.setName("Anteroom").setTitle("The front room of a clinic");
        CapabilityStatementRestComponent rest = capability.getRestFirstRep();
        // HAPI promises an include for each reference that can be searched for; only slots and visits bring along what they point at.
        rest.getResource().forEach(resource -> resource.getSearchInclude()
                .removeIf(include -> include.getValue().equals("*") || !INCLUDING.contains(resource.getType())));
        rest.setDocumentation("Appointment/$find, $hold and $book as IHE ITI Scheduling 1.0.1 publishes them. Slots are computed when they are asked for: "
                + "with service-type a slot is a start of the whole visit, without it a stretch of plain free or busy time. "
                + "Pages by _count and _offset. Idempotency-Key is honoured by $hold and $book.");
        rest.getSecurity().setCors(false)
                .setDescription("Authorization: Bearer <token>. The operator issues tokens; roles are INTEGRATOR, RECEPTIONIST and DOCTOR.");
    }
}
