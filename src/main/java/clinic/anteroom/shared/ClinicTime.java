package clinic.anteroom.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock on the waiting-room wall: what time it is now, and which zone the clinic lives in. The only place that
 * reads a clock; tests hand in another one.
 */
@ApplicationScoped
public class ClinicTime {

    private Clock clock;
    private ZoneId zone;

    /** For the container's proxy. */
    protected ClinicTime() {
    }

    /** @param zone name of the clinic's zone in the tz database, for example {@code America/Toronto} */
    @Inject
    public ClinicTime(@ConfigProperty(name = "anteroom.zone", defaultValue = "America/Toronto") String zone) {
        this(Clock.systemUTC(), ZoneId.of(zone));
    }

    /** A clinic whose wall clock is {@code clock}. */
    public ClinicTime(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** This moment, in whole microseconds as PostgreSQL keeps them. */
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /** The date on the clinic's wall. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    /** The clinic's zone; never null. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The moment at which the clinic's wall shows {@code time} on {@code date}. Empty for a wall time that a clock
     * change skips; the first of the two moments for a wall time that comes twice.
     */
    public Optional<Instant> instantOf(LocalDate date, LocalTime time) {
        List<java.time.ZoneOffset> offsets = zone.getRules().getValidOffsets(date.atTime(time));
        return offsets.isEmpty() ? Optional.empty() : Optional.of(date.atTime(time).toInstant(offsets.get(0)));
    }
}
