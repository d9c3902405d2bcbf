package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** How soon somebody nobody knows yet could come. It names no patient. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
public class AccessService {

    private static final Duration LOOK = Duration.ofDays(60);
    private static final int THIRD = 3;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Timetables timetables;

    @Inject
    ClinicTime time;

    /** The third next available time of every kind of visit, by name; one look at the calendar for all of them. */
    public List<ThirdNext> thirdNext() {
        Instant now = time.now().truncatedTo(ChronoUnit.MINUTES);
        TimeRange window = new TimeRange(now, now.plus(LOOK));
        Availability anybody = timetables.window(window, Timetables.ANYBODY, Timetables.ANYBODY).availability();
        return visitTypes.all().stream().map(visit -> thirdNext(visit, anybody, window)).toList();
    }

    private ThirdNext thirdNext(VisitType visit, Availability anybody, TimeRange window) {
        Search search = new Search(visit, anybody, time.zone(), window, new Lane(Timetables.ANYBODY, 1), null, Set.of(), null, Set.of());
        List<Instant> starts = TimeFinder.all(search).map(Plan::start).limit(THIRD).toList();
        Instant third = starts.size() == THIRD ? starts.get(THIRD - 1) : null;
        return new ThirdNext(visit.name(), starts.isEmpty() ? null : starts.get(0), third,
                third == null ? -1 : Duration.between(window.start(), third).toDays());
    }
}
