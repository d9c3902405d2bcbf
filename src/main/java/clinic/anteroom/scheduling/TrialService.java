package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.Trial.Kind;
import clinic.anteroom.scheduling.Trial.Obstacle;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.scheduling.finder.Wishes;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells before anybody presses whether a visit could be somewhere, with the finder's own eyes. It changes nothing. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
public class TrialService {

    /** Bookings begin at full five minutes, whatever grid offers are made on. */
    private static final int GRAIN = 5;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Searches searches;

    @Inject
    Timetables timetables;

    @Inject
    Resources resources;

    @Inject
    Appointments appointments;

    @Inject
    InTheWay inTheWay;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** The kinds of visit that the resource can be in, by name. */
    public List<VisitType> offeredBy(UUID resourceId) {
        Resource resource = resources.all().stream().filter(one -> one.id().equals(resourceId)).findFirst().orElse(null);
        return resource == null ? List.of() : visitTypes.all().stream().filter(visit -> visit.parts().stream().anyMatch(part -> resource.can(part.capability())))
                .sorted(java.util.Comparator.comparing(VisitType::name)).toList();
    }

    /** Whether it would go; refuses an unknown visit, kind or patient. */
    public Trial look(TryVisit question) {
        Booked moving = question.visit() == null ? null : appointments.get(question.visit());
        VisitNeeds needs = moving == null ? question.needs() : moving.needs();
        VisitType visit = visitTypes.get(moving == null ? question.visitType() : moving.visitType(), needs);
        Optional<Integer> phase = phaseOf(question, visit);
        Instant start = question.at().minus(before(visit, phase.orElse(1)));
        if (start.isBefore(time.now())) {
            return new Trial(visit, start, null, List.of(new Obstacle(Kind.PAST, null)));
        }
        Search day = day(question, moving, visit, needs, start);
        if (phase.isEmpty()) {
            return new Trial(visit, start, null, List.of(new Obstacle(Kind.CANNOT, name(question.resource()))));
        }
        TimeRange exactly = TimeRange.startingAt(start, visit.length());
        if (!day.window().contains(exactly)) {
            return new Trial(visit, start, null, List.of(new Obstacle(Kind.CLOSED, name(question.resource()))));
        }
        return TimeFinder.nearest(day.within(exactly), LocalTime.ofInstant(start, time.zone()))
                .map(free -> new Trial(visit, start, free, List.of()))
                .orElseGet(() -> against(visit, day, question, start));
    }

    /** The first minutes at which somebody without a booking could be seen, from the next five minutes on; bounded to the day. */
    public Optional<FreeTime> walkIn(String visitType, UUID patientId) {
        VisitType visit = visitTypes.get(visitType);
        LocalDate today = time.today();
        Search day = fine(searches.of(FindTimes.forPatient(visitType, patientId).between(today, today), visit, VisitNeeds.PLAIN, patientId, null),
                visit, null);
        return TimeFinder.find(day, 1).times().stream().findFirst();
    }

    private Search day(TryVisit question, Booked moving, VisitType visit, VisitNeeds needs, Instant start) {
        LocalDate date = LocalDate.ofInstant(start, time.zone());
        UUID patient = moving == null ? question.patientId() : moving.patientId();
        if (patient == null) {
            TimeRange whole = new clinic.anteroom.scheduling.finder.ClinicDay(date, time.zone()).whole();
            Instant now = time.now().truncatedTo(ChronoUnit.MINUTES);
            TimeRange ahead = new TimeRange(now.isAfter(whole.start()) ? now : whole.start(), whole.end());
            Availability anybody = timetables.window(whole, Timetables.ANYBODY, Timetables.ANYBODY).availability();
            return new Search(finely(visit), anybody, time.zone(), ahead, new Lane(Timetables.ANYBODY, 1), question.resource(), Set.of(), null, Set.of());
        }
        FindTimes asked = moving == null ? FindTimes.forPatient(visit.code(), patient) : FindTimes.insteadOf(moving);
        FindTimes onDay = asked.between(date, date).needing(needs);
        return fine(searches.of(question.overbook() ? onDay.overbooking() : onDay, visitTypes.get(visit.code()), needs, patient, null), visit, question.resource());
    }

    private static Search fine(Search search, VisitType visit, UUID resource) {
        return new Search(finely(visit), search.availability(), search.zone(), search.window(), search.patient(), resource, search.known(), null,
                search.daysHere(), Wishes.NONE, search.fullDays());
    }

    private static VisitType finely(VisitType visit) {
        return new VisitType(visit.code(), visit.name(), GRAIN, visit.tests(), visit.phases());
    }

    private Optional<Integer> phaseOf(TryVisit question, VisitType visit) {
        Resource resource = resources.all().stream().filter(one -> one.id().equals(question.resource())).findFirst().orElse(null);
        Stream<VisitType.Phase> theirs = visit.phases().stream()
                .filter(phase -> resource != null && phase.parts().stream().anyMatch(part -> resource.can(part.capability())));
        return theirs.map(VisitType.Phase::ordinal).filter(ordinal -> question.phase() == 0 || ordinal == question.phase()).findFirst();
    }

    private static Duration before(VisitType visit, int ordinal) {
        return visit.phases().stream().filter(phase -> phase.ordinal() < ordinal).map(VisitType.Phase::length).reduce(Duration.ZERO, Duration::plus);
    }

    private Trial against(VisitType visit, Search day, TryVisit question, Instant start) {
        List<Obstacle> found = obstacles(day, question, start);
        audit.viewed("Appointment", Trial.others(found));
        return new Trial(visit, start, null, found);
    }

    private List<Obstacle> obstacles(Search day, TryVisit question, Instant start) {
        List<Obstacle> found = new ArrayList<>();
        if (day.fullDays().contains(LocalDate.ofInstant(start, time.zone()))) {
            found.add(new Obstacle(Kind.FULL, null));
        }
        boolean placed = false;
        for (VisitType.Part part : day.visit().parts()) {
            Resource wanted = placed ? null : day.availability().find(question.resource()).filter(one -> one.can(part.capability())).orElse(null);
            placed |= wanted != null;
            obstacle(day, part, wanted, start, question.visit()).ifPresent(found::add);
        }
        if (!day.availability().isFree(day.patient(), TimeRange.startingAt(start, day.visit().length()))) {
            found.add(new Obstacle(Kind.PATIENT, null));
        }
        return found.isEmpty() ? List.of(new Obstacle(Kind.TOGETHER, null)) : found;
    }

    private Optional<Obstacle> obstacle(Search day, VisitType.Part part, Resource wanted, Instant start, UUID moving) {
        Availability availability = day.availability();
        List<TimeRange> stretches = day.visit().stretches(start).get(part.key());
        if (wanted == null) {
            boolean somebody = availability.playing(part.capability()).stream().flatMap(availability::lanes)
                    .anyMatch(lane -> stretches.stream().allMatch(stretch -> availability.isFree(lane, stretch)));
            return somebody ? Optional.empty() : Optional.of(new Obstacle(Kind.NOBODY, part.label()));
        }
        if (!stretches.stream().allMatch(stretch -> availability.isOpen(wanted.id(), stretch))) {
            return Optional.of(new Obstacle(Kind.CLOSED, wanted.name()));
        }
        boolean free = availability.lanes(wanted).anyMatch(lane -> stretches.stream().allMatch(stretch -> availability.isFree(lane, stretch)));
        return free ? Optional.empty() : Optional.of(inTheWay.of(wanted, stretches, moving));
    }

    private String name(UUID resource) {
        return resources.all().stream().filter(one -> one.id().equals(resource)).map(Resource::name).findFirst().orElse(null);
    }
}
