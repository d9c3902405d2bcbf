package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Found;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.LegFinder;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the desk looks at. Whoever is shown stands in the audit trail. Pages come through {@link BookingService}. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
public class AgendaService {

    @Inject
    Orders orders;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    Searches searches;

    @Inject
    OtherTimes otherTimes;

    @Inject
    Interlocks interlocks;

    @Inject
    Tasks tasks;

    @Inject
    Appointments appointments;

    @Inject
    BookingKeys keys;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Orders nobody has booked, the one with the least time left first. */
    public List<WaitingRequest> waiting() {
        List<WaitingRequest> waiting = orders.waiting();
        waiting.forEach(request -> audit.record(AuditedAction.VIEW, "ServiceRequest", request.id(), request.patientId()));
        return waiting;
    }

    /** Free times for an order, or for a kind of visit and a patient; at most {@code atMost}. */
    public Offer find(FindTimes command, int atMost) {
        return find(command, search -> TimeFinder.find(search, atMost));
    }

    private Offer find(FindTimes command, Function<Search, Found> finding) {
        WaitingRequest order = command.orderId() == null ? null
                : orders.findWaiting(command.orderId()).orElseThrow(OrderNotBookable::new);
        UUID patientId = order == null ? command.patientId() : order.patientId();
        if (patientId == null) {
            throw VisitNotPossible.unknownPatient();
        }
        List<WaitingRequest> waiting = orders.waitingFor(patientId, command.instead());
        VisitType visit = visitType(command, order, waiting);
        List<WaitingRequest> answered = waiting.stream().filter(request -> visit.tests().contains(request.test())).toList();
        audit.record(AuditedAction.VIEW, "Patient", patientId, patientId);
        return search(command, visit, patientId, answered, finding);
    }

    /** The same with people whom the patient has met here, if one of them has a time. */
    public Offer findKnown(FindTimes command, int atMost) {
        return find(command, search -> TimeFinder.findKnown(search, atMost));
    }

    /** Times for somebody whose wished one has just gone, at most {@code atMost}. */
    public List<FreeTime> otherTimes(BookVisit wanted, int atMost) {
        List<FreeTime> times = otherTimes.insteadOf(wanted, atMost);
        audit.record(AuditedAction.VIEW, "Patient", wanted.patientId(), wanted.patientId());
        return times;
    }

    /** The visit; refuses an unknown one. */
    public Booked get(UUID appointmentId) {
        return find(appointmentId).orElseThrow(AppointmentNotFound::new);
    }

    /** The visit, or nothing for an id that names none. */
    public Optional<Booked> find(UUID appointmentId) {
        Optional<Booked> found = appointments.find(appointmentId);
        found.ifPresent(booked -> audit.record(AuditedAction.VIEW, "Appointment", appointmentId, booked.patientId()));
        return found;
    }

    /** Whether the id is one of an order, waiting or not. */
    public boolean isOrder(UUID orderId) {
        return orders.isOrder(orderId);
    }

    /** The visit that was booked, moved or called off with this key. */
    public Optional<Booked> findByKey(String key) {
        return keys.find(key).map(this::get);
    }

    /** Pairs of times for two visits of one patient, the second a while after the first. */
    public List<Together> findTogether(FindTogether command, int atMost) {
        audit.record(AuditedAction.VIEW, "Patient", command.patientId(), command.patientId());
        Search first = searches.of(FindTimes.forPatient(command.first(), command.patientId()), visitTypes.get(command.first()), VisitNeeds.PLAIN,
                command.patientId(), null);
        Search second = searches.of(FindTimes.forPatient(command.second(), command.patientId()), visitTypes.get(command.second()), VisitNeeds.PLAIN,
                command.patientId(), null);
        return new LegFinder(first, second, command.shortest(), command.longest()).find(atMost).stream()
                .map(legs -> new Together(legs.first(), legs.second())).toList();
    }

    /** One time for each date of a series. */
    public List<SeriesTime> findSeries(FindSeries command) {
        audit.record(AuditedAction.VIEW, "Patient", command.patientId(), command.patientId());
        List<SeriesTime> series = new ArrayList<>();
        for (int i = 0; i < command.times(); i++) {
            LocalDate date = command.first().plusDays((long) i * command.everyDays());
            Search day = searches.of(FindTimes.forPatient(command.visitType(), command.patientId()).between(date, date),
                    visitTypes.get(command.visitType()), VisitNeeds.PLAIN, command.patientId(), null);
            series.add(new SeriesTime(date, TimeFinder.nearest(day, command.wall()).orElse(null)));
        }
        return series;
    }

    /** What somebody has to look at. */
    public List<Task> tasks() {
        List<Task> open = tasks.open();
        open.forEach(task -> audit.record(AuditedAction.VIEW, "Task", task.id(), task.patientId()));
        return open;
    }

    private VisitType visitType(FindTimes command, WaitingRequest order, List<WaitingRequest> waiting) {
        if (command.visitType() != null) {
            VisitType visit = visitTypes.get(command.visitType());
            if (order != null && !visit.tests().contains(order.test())) {
                throw new OrderNotBookable();
            }
            return visit;
        }
        if (order == null) {
            throw VisitNotPossible.unknownKind();
        }
        Set<String> tests = waiting.stream().map(WaitingRequest::test).collect(Collectors.toSet());
        return VisitChoice.of(order.test(), tests, visitTypes.all()).orElseThrow(VisitNotPossible::unknownKind);
    }

    private Offer search(FindTimes command, VisitType kind, UUID patientId, List<WaitingRequest> answered, Function<Search, Found> finding) {
        PatientsHelp help = resources.helpFor(patientId);
        VisitNeeds needs = help.with(command.needs() == null ? VisitNeeds.PLAIN.withStudies(studies(answered)) : command.needs());
        Instant latest = answered.stream().map(WaitingRequest::latest).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
        Search search = searches.of(help.with(command), kind, needs, patientId, latest);
        Found found = finding.apply(search);
        if (command.isOpen()) {
            raiseTasks(answered, found);
        }
        return new Offer(search.visit(), patientId, resources.nameOf(patientId), answered, people(search.visit(), search.availability()),
                search.window(), found.times(), found.whyNotEarlier().orElse(null), needs, languages(search.visit(), search.availability()),
                interlocks.of(answered.stream().map(WaitingRequest::id).collect(Collectors.toSet())));
    }

    /** A doctor has to know of every order that cannot be met, whoever found out. */
    private void raiseTasks(List<WaitingRequest> answered, Found found) {
        Instant first = found.times().isEmpty() ? null : found.times().get(0).start();
        answered.stream()
                .filter(order -> order.latest() != null && (first == null || first.isAfter(order.latest())))
                .forEach(order -> tasks.noTimeBeforeLatest(order, first, time.now()));
    }

    /** Two scans of two parts of the body are two studies in one visit. */
    private static int studies(List<WaitingRequest> answered) {
        return answered.stream().collect(Collectors.groupingBy(WaitingRequest::test, Collectors.counting())).values().stream()
                .mapToInt(Long::intValue).max().orElse(1);
    }

    private static List<Offer.Person> people(VisitType visit, Availability availability) {
        return visit.parts().stream()
                .flatMap(part -> availability.playing(part.capability()).stream())
                .filter(resource -> resource.kind() == ResourceKind.PRACTITIONER)
                .map(resource -> new Offer.Person(resource.id(), resource.name()))
                .distinct()
                .sorted(Comparator.comparing(Offer.Person::name))
                .toList();
    }

    private static List<String> languages(VisitType visit, Availability availability) {
        return visit.parts().stream().flatMap(part -> availability.playing(part.capability()).stream())
                .flatMap(resource -> resource.traits().languages().stream()).distinct().sorted().toList();
    }
}
