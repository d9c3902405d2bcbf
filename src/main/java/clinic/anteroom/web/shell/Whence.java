package clinic.anteroom.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a request comes from, and at which address the pages are reached. */
@ApplicationScoped
public class Whence {

    private Set<String> proxies = Set.of();
    private Optional<URI> site = Optional.empty();

    protected Whence() {
    }

    /**
     * @param proxies addresses, with commas, whose word about the browser's address is believed
     * @param address where people reach the pages; empty: where they were asked for
     */
    @Inject
    public Whence(@ConfigProperty(name = "anteroom.proxies") Optional<String> proxies, @ConfigProperty(name = "anteroom.address") Optional<String> address) {
        this.proxies = Stream.of(proxies.orElse("").split("[,\\s]+")).collect(Collectors.toSet());
        this.site = address.filter(value -> !value.isBlank()).map(URI::create);
    }

    /** The browser's address: what a proxy of ours says, or the other end of the connection. */
    public String address(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !proxies.contains(request.getRemoteAddr())) {
            return request.getRemoteAddr();
        }
        String nearest = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return nearest.matches("[0-9a-fA-F.:]{2,45}") ? nearest : request.getRemoteAddr();
    }

    /** Scheme, host and port of the pages, as a passkey knows them. */
    public URI site(HttpServletRequest request) {
        return site.filter(address -> address.getHost() != null).map(address -> URI.create(address.getScheme() + "://" + address.getAuthority())).orElseGet(() -> {
            boolean usual = request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
            return URI.create(request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort()));
        });
    }
}
