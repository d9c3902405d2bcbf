package clinic.anteroom.web.shell;

import clinic.anteroom.myvisit.PreparationService;
import clinic.anteroom.myvisit.PreparationStep;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How well a visit is prepared, beside whatever desk or doctor see of it. */
@Named
@RequestScoped
public class PreparedBacking {

    @Inject
    private PreparationService preparation;

    private final Map<UUID, List<PreparationStep>> known = new HashMap<>();

    /** The steps of this visit, the earliest deadline first; empty if there is nothing to prepare. */
    public List<PreparationStep> of(UUID appointmentId) {
        return known.computeIfAbsent(appointmentId, preparation::steps);
    }

    /** How they stand together. */
    public PreparationStep.Whole light(UUID appointmentId) {
        return PreparationStep.whole(of(appointmentId));
    }

    /** How many of them are done. */
    public long done(UUID appointmentId) {
        return of(appointmentId).stream().filter(PreparationStep::done).count();
    }

    /** The class of the badge. */
    public String tone(UUID appointmentId) {
        return switch (light(appointmentId)) {
            case READY -> "tone-done";
            case OPEN -> "tone-soon";
            case LATE -> "tone-urgent";
            case NONE -> "tone-routine";
        };
    }

    /** Its icon: no light speaks by colour alone. */
    public String icon(UUID appointmentId) {
        return switch (light(appointmentId)) {
            case READY -> "check";
            case OPEN -> "soon";
            case LATE -> "warning";
            case NONE -> "missing";
        };
    }
}
