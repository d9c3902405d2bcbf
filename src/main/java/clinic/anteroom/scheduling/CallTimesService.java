package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the central call desk may look at: kinds of visit, who there is, free times, and what one of its own presses booked. Pages come through {@link CallDeskService}. */
@Stateless
@RolesAllowed(Roles.CALL_DESK)
public class CallTimesService {

    private static final int TIMES_OFFERED = 20;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    Searches searches;

    @Inject
    Appointments appointments;

    @Inject
    BookingKeys keys;

    @Inject
    ClinicTime time;

    /** Kinds of visit that the desk may book, by name. */
    public List<VisitType> kinds() {
        return visitTypes.all().stream().filter(kind -> visitTypes.policy(kind.code()).bookers().contains(Booker.DESK)).sorted(Comparator.comparing(VisitType::name)).toList();
    }

    /** Who can be asked for, by name. */
    public List<Offer.Person> people() {
        return resources.all().stream().filter(one -> one.kind() == ResourceKind.PRACTITIONER).map(one -> new Offer.Person(one.id(), one.name()))
                .sorted(Comparator.comparing(Offer.Person::name)).toList();
    }

    /**
     * Free times of a kind of visit from a day on, at most twenty.
     *
     * @param person somebody who must be in the visit, or null for anybody
     */
    public List<FreeTime> free(String visitType, LocalDate from, UUID person) {
        return TimeFinder.find(search(visitType, from, null, person), TIMES_OFFERED).times();
    }

    /** The same at exactly this time, with everybody named; empty if it is not free. */
    public Optional<FreeTime> at(String visitType, Instant start, UUID person) {
        LocalDate day = LocalDate.ofInstant(start, time.zone());
        Search search = search(visitType, day, day, person);
        TimeRange exactly = TimeRange.startingAt(start, search.visit().length());
        return Optional.of(exactly).filter(search.window()::contains).flatMap(one -> TimeFinder.nearest(search.within(one), LocalTime.ofInstant(start, time.zone())));
    }

    /** What was booked with this key; empty if nothing was. */
    public Optional<BookedByCall> booked(String key) {
        return keys.find(key).map(id -> BookedByCall.of(appointments.get(id), appointments.referenceOf(id)));
    }

    private Search search(String visitType, LocalDate from, LocalDate latest, UUID person) {
        return searches.of(FindTimes.forPatient(visitType, Timetables.ANYBODY).between(from, latest).with(person), visitTypes.get(visitType), VisitNeeds.PLAIN,
                Timetables.ANYBODY, null);
    }
}
