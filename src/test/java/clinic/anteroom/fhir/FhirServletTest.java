package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.IServerAddressStrategy;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FhirServletTest {

    @Test
    @DisplayName("T24 links of an answer do not name the host that the asker made up, once the clinic has said its address")
    void linksNameTheClinicsAddress() {
        HttpServletRequest asked = (HttpServletRequest) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestURL" -> new StringBuffer("https://evil.example/fhir/Slot");
                    default -> null;
                });
        IServerAddressStrategy told = FhirServlet.addresses(Optional.of(" https://clinic.example.org/ "));
        assertThat(told.determineServerBase(null, asked)).isEqualTo("https://clinic.example.org/fhir");
        assertThat(FhirServlet.addresses(Optional.of(" "))).isInstanceOf(IncomingRequestAddressStrategy.class);
        assertThat(FhirServlet.addresses(Optional.empty())).isInstanceOf(IncomingRequestAddressStrategy.class);
    }
}
