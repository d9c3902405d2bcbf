package clinic.anteroom.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a request comes from, and at which address the pages are reached. */
@ApplicationScoped
public class Whence {

    private Optional<URI> site = Optional.empty();

    protected Whence() {
    }

    /** @param address where people reach the pages; empty: where they were asked for */
    @Inject
    public Whence(@ConfigProperty(name = "anteroom.address") Optional<String> address) {
        this.site = address.filter(value -> !value.isBlank()).map(URI::create);
    }

    /** The address to count wrong tries by, as {@link ClientAddress} reads it; a word for this machine itself. */
    public String address(HttpServletRequest request) {
        String address = ClientAddress.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
        return address == null ? "this machine" : address;
    }

    /** Scheme, host and port of the pages, as a passkey knows them. */
    public URI site(HttpServletRequest request) {
        return site.filter(address -> address.getHost() != null).map(address -> URI.create(address.getScheme() + "://" + address.getAuthority())).orElseGet(() -> {
            boolean usual = request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
            return URI.create(request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort()));
        });
    }
}
