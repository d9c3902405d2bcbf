package clinic.anteroom.scheduling;

import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The screen in the hall: who types the reference of a visit of today has arrived. Everything that is not plain leads to the desk,
 * without saying why: the next in line reads along. What it shows names nobody.
 */
@Stateless
@PermitAll // Whoever stands in the hall has no account; the reference is the proof, and it works on its day only.
public class ArrivalService {

    private static final Duration EARLY = Duration.ofHours(2);
    private static final Duration LATE = Duration.ofMinutes(15);

    @Inject
    Arrivals arrivals;

    @Inject
    Steps steps;

    @Inject
    ClinicTime time;

    /**
     * Says that the patient is here, if that is all there is to say.
     *
     * @param typed the reference, blanks and case aside
     * @return whether the patient may sit down; false leads to the desk
     */
    public boolean arrive(String typed) {
        Optional<UUID> visit = arrivals.today(typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^2-9A-Z]", ""), time.now().minus(LATE), time.now().plus(EARLY));
        visit.ifPresent(id -> steps.take(id, VisitStep.ARRIVE));
        return visit.isPresent();
    }

    /** Who is asked in, by the last four characters of the reference, the latest first. */
    public List<CalledIn> calledIn() {
        return arrivals.calledIn();
    }
}
