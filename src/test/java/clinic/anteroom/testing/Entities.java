package clinic.anteroom.testing;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;

/** The application's persistence unit without a server. */
public final class Entities {

    private Entities() {
    }

    /** On the database at this address, with transactions of its own. */
    public static EntityManagerFactory at(String url) {
        return Persistence.createEntityManagerFactory("anteroom", Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.jdbc.driver", "org.postgresql.Driver",
                "jakarta.persistence.jdbc.url", url,
                "jakarta.persistence.jdbc.user", "postgres",
                // A pool like the server's, which keeps what it opened: below "min" nothing is closed again, and a connection
                // for each transaction would be most of what a benchmark measures.
                "eclipselink.connection-pool.default.min", "60",
                "eclipselink.connection-pool.default.initial", "1",
                "eclipselink.connection-pool.default.max", "60",
                "eclipselink.logging.level", "SEVERE",
                "eclipselink.weaving", "false"));
    }
}
