package clinic.anteroom.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where the catalogue that was read last lies; all threads of a server share it. */
@ApplicationScoped
class CatalogueShelf {

    private volatile Catalogue last;

    /** The one that was read last, perhaps out of date; empty if none was read yet. */
    Optional<Catalogue> last() {
        return Optional.ofNullable(last);
    }

    void put(Catalogue read) {
        last = read;
    }
}
