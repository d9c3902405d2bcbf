package clinic.anteroom.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.IServerAddressStrategy;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The door itself: HAPI FHIR's plain server with our providers. It opens at the first request, so that a start is quick. */
@WebServlet("/fhir/*")
public class FhirServlet extends RestfulServer {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Instance<IResourceProvider> providers;

    @Inject
    @ConfigProperty(name = "anteroom.address")
    private transient Optional<String> address;

    /** Links of an answer begin with the address that the clinic gave out; only without one with whatever the asker called this server. */
    static IServerAddressStrategy addresses(Optional<String> address) {
        return address.filter(value -> !value.isBlank()).<IServerAddressStrategy>map(value -> new HardcodedServerAddressStrategy(value.strip().replaceAll("/+$", "") + "/fhir"))
                .orElseGet(IncomingRequestAddressStrategy::new);
    }

    @Override
    protected void initialize() {
        setFhirContext(FhirContext.forR4Cached());
        setServerName("Anteroom");
        setServerVersion("0.1");
        setImplementationDescription("The front room of a clinic");
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setServerAddressStrategy(addresses(address));
        setETagSupport(ETagSupportEnum.DISABLED);
        setServerConformanceProvider(new Capability(this));
        registerProviders(providers.stream().toList());
        registerInterceptor(new Guard());
        registerInterceptor(new Failures());
        registerInterceptor(new SlotWriter());
    }
}
