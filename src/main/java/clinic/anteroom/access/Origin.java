package clinic.anteroom.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Where a request comes from; the trail names it. Empty for what the house's own clocks do. */
@RequestScoped
public class Origin {

    private String address;
    private UUID request;

    /** The request with this id came from this network address. */
    public void is(String networkAddress, UUID requestId) {
        address = networkAddress;
        request = requestId;
    }

    /** The network address; empty without a request. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** The id of the request; empty without one. */
    public Optional<UUID> request() {
        return Optional.ofNullable(request);
    }
}
