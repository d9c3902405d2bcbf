package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gathers what a search for free times has to know. */
@ApplicationScoped
class Searches {

    /** As far as anybody looks unless a last day is named. */
    private static final Duration HORIZON = Duration.ofDays(60);

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    DailyCaps caps;

    @Inject
    ClinicTime time;

    /**
     * The time at which the visit could begin instead, with everybody named; empty if somebody or something is not free.
     *
     * @param person who has to be in it, or null for anybody
     */
    Optional<FreeTime> at(Booked visit, Instant start, UUID person) {
        LocalDate day = LocalDate.ofInstant(start, time.zone());
        Search search = of(FindTimes.insteadOf(visit).between(day, day).with(person), visitTypes.get(visit.visitType()), visit.needs(), visit.patientId(), null);
        TimeRange exactly = TimeRange.startingAt(start, search.visit().length());
        return search.window().contains(exactly)
                ? TimeFinder.nearest(search.within(exactly), LocalTime.ofInstant(start, time.zone())) : Optional.empty();
    }

    /** The search for one kind of visit and patient, narrowed as the question says. */
    Search of(FindTimes command, VisitType kind, VisitNeeds needs, UUID patientId, Instant latest) {
        VisitType visit = visitTypes.forNeeds(kind, needs);
        BookingPolicy policy = visitTypes.policy(visit.code());
        TimeRange window = window(command, policy);
        Availability availability = resources.freeFor(new Scope(visit.code(), patientId, window, command.instead(), command.overbook(), command.overbook()));
        Lane patient = new Lane(patientId, 1);
        return new Search(visit, availability, time.zone(), window, patient, command.person(),
                knownTo(patientId), latest, availability.daysTaken(patient, time.zone()), command.wishes(),
                caps.full(visit.code(), policy.dailyCap(), window, command.instead()));
    }

    /** Everybody of a booked visit around exactly the time it would take, begun or not; its own time counts as free. */
    Search around(Booked visit, VisitType asLong) {
        TimeRange window = TimeRange.startingAt(visit.start(), asLong.length());
        boolean onPurpose = visit.overbookedBecause() != null;
        Availability availability = resources.freeFor(new Scope(visit.visitType(), visit.patientId(), window, visit.appointmentId(), onPurpose, onPurpose));
        return new Search(asLong, availability, time.zone(), window, new Lane(visit.patientId(), 1), null, Set.of(), null, Set.of());
    }

    private Set<UUID> knownTo(UUID patientId) {
        return patientId.equals(Timetables.ANYBODY) ? Set.of() : resources.knownTo(patientId);
    }

    private TimeRange window(FindTimes command, BookingPolicy policy) {
        Instant now = time.now();
        Instant from = command.from() == null ? now : later(now, startOf(command.from()));
        Instant until = command.latest() == null ? from.plus(HORIZON) : startOf(command.latest().plusDays(1));
        if (!from.isBefore(until)) {
            throw VisitNotPossible.datesSwapped();
        }
        Instant horizon = now.plus(policy.horizon()).plus(Duration.ofDays(1));
        if (!from.isBefore(horizon)) {
            throw VisitNotPossible.tooFarAhead(policy.horizon().toDays());
        }
        Instant furthest = earlier(from.plus(Search.LONGEST), horizon);
        return new TimeRange(from, until.isBefore(furthest) ? until : furthest);
    }

    private Instant startOf(LocalDate date) {
        return new ClinicDay(date, time.zone()).whole().start();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
